import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { ReadableStream as NodeStream } from 'node:stream/web';
import { AppError, type ProblemCode } from '../../shared/api/problem.ts';
import type { Store } from '../database/open.ts';
import { readMaterial, type ReadableMaterial } from '../services/materials/read-material.ts';
import { readStoredFile, waitingLetter, type StoredFile } from '../services/files.ts';
import type { Environment } from './environment.ts';
import { interfaceFiles } from './interface-files.ts';
import { withSecurityHeaders } from './security-headers.ts';
import { takeMaterialUpload } from './material-upload.ts';
import type { RunningTasks } from './running-tasks.ts';
import type { Sessions } from './sessions.ts';
import { takeUpload } from './uploads.ts';

export interface FilesParts {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly tasks: RunningTasks;
  readonly environment: Pick<Environment, 'newId' | 'dataFolder' | 'nowMs'>;
  /** The built interface: `index.html` and `assets/`. */
  readonly assetsFolder: string;
}

/**
 * Answers `/`, `/assets/*`, `/files/<id>`, `POST /uploads` and `POST /materials`. Refusals carry the problem as JSON. Rejects
 * only with what broke off the body of an upload, so that the host can tell its own limit.
 */
export function makeFiles(parts: FilesParts): (request: Request, session: string) => Promise<Response> {
  const pages = interfaceFiles(parts.assetsFolder);
  async function answer(request: Request, path: string, session: string): Promise<Response> {
    if (path === '/uploads') {
      if (request.method !== 'POST') return notAllowed('POST');
      const { id, name, bytes, sha256 } = await takeUpload(
        request,
        parts.sessions.of(session),
        parts.environment.newId,
      );
      return Response.json({ id, name, size: bytes.byteLength, sha256 });
    }
    if (path === '/materials') {
      if (request.method !== 'POST') return notAllowed('POST');
      const { id, size, sha256 } = await takeMaterialUpload(request, session, parts);
      return Response.json({ id, size, sha256 });
    }
    if (request.method !== 'GET') return notAllowed('GET');
    if (path.startsWith(materialAddress)) {
      const id = path.slice(materialAddress.length);
      return streamed(await readMaterial(parts.store, parts.sessions.of(session), parts.environment, id));
    }
    if (path.startsWith('/files/outbox-')) return letter(path.slice('/files/'.length), session);
    if (path.startsWith('/files/')) return asAttachment(await file(path.slice('/files/'.length), session));
    const page = pages.get(path);
    if (page === undefined) throw new AppError('not-found', { what: 'file' });
    return new Response(plainBytes(await page.read()), { headers: { 'content-type': page.mediaType } });
  }
  function file(address: string, session: string): Promise<StoredFile> | StoredFile {
    // The empty workbook holds nobody's data.
    if (address === 'template') return templateFile();
    return parts.store.read((db) => readStoredFile(db, parts.sessions.of(session), address));
  }
  /** Streamed: a package may hold gigabytes. */
  function letter(address: string, session: string): Response {
    const { name, size, path } = parts.store.read((db) =>
      waitingLetter(db, parts.sessions.of(session), address, parts.environment.dataFolder),
    );
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    return new Response(body, { headers: headersOf(name, 'application/octet-stream', size) });
  }
  return async (request, session) => {
    const path = new URL(request.url).pathname;
    try {
      return withSecurityHeaders(await answer(request, path, session), path);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const status = statuses[error.problem.code] ?? 400;
      return withSecurityHeaders(Response.json({ problem: error.problem }, { status }), path);
    }
  };
}

const statuses: Readonly<Partial<Record<ProblemCode, number>>> = {
  locked: 403,
  'not-permitted': 403,
  'not-found': 404,
  'file-too-large': 413,
  'data-corrupt': 500,
  'disk-full': 507,
  'disk-error': 507,
  'not-ready': 409,
  conflict: 409,
};

function notAllowed(allow: string): Response {
  return new Response(null, { status: 405, headers: { allow } });
}

/** Loaded when asked for: the writer of workbooks isn't needed for a start. */
async function templateFile(): Promise<StoredFile> {
  const { writeTemplate } = await import('../workbook/template.ts');
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: '申报表模板.xlsx', mediaType, bytes: await writeTemplate() };
}

const materialAddress = '/files/material-';

/** A large file goes out as a stream; a fault found on the way breaks the connection off. */
function streamed({ name, mediaType, size, body }: ReadableMaterial): Response {
  if (body instanceof Uint8Array) return asAttachment({ name, mediaType, bytes: body });
  const stream = NodeStream.from(body) as unknown as ReadableStream<Uint8Array>;
  return new Response(stream, { headers: headersOf(name, mediaType, size) });
}

function asAttachment(stored: StoredFile): Response {
  return new Response(plainBytes(stored.bytes), {
    headers: headersOf(stored.name, stored.mediaType, stored.bytes.byteLength),
  });
}

function headersOf(name: string, mediaType: string, size: number): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': dispositionOf(name),
  };
}

/** RFC 6266: an ASCII name for old readers, the whole name as RFC 5987 says. */
export function dispositionOf(title: string): string {
  // The title of a review may hold a slash, which no file system takes.
  const name = title.replace(/[/\\]/g, '_');
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** A copy over a buffer of its own, as the body of a response asks for. */
function plainBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
