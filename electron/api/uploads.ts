import { AppError } from '../../shared/api/problem.ts';
import { uploadBytes } from '../policy/surface.ts';
import { looksLikeBundle } from '../exchange/bundle/read-bundle.ts';
import { sha256Hex } from '../signing/fingerprint.ts';
import type { SessionState, Upload } from './context.ts';

/** Files that one session holds in memory; the oldest makes room. */
const uploadsPerSession = 8;
const nameLength = 200;

/**
 * Takes the raw body of a request into the session's memory. While locked only a PDF or a result bundle is
 * taken, for the verification that anybody may do, and the small files that make or free a seat; unlocking drops it.
 * @throws AppError `locked`, `file-too-large`, `file-empty`, `bad-input` for the header `x-file-name`
 */
export async function takeUpload(
  request: Request,
  session: SessionState,
  newId: () => string,
): Promise<Upload> {
  const owner = session.person;
  const name = readName(request.headers.get('x-file-name'));
  const bytes = await readBody(request);
  // Handed over while the file was on its way: it must not end up with the next person.
  if (session.person !== owner) throw new AppError('locked');
  if (owner === null && !isPdf(bytes) && !looksLikeBundle(bytes) && !isForLocked(bytes))
    throw new AppError('locked');
  if (bytes.byteLength === 0) throw new AppError('file-empty');
  const upload = { id: newId(), name, bytes, sha256: sha256Hex(bytes) };
  const oldest = [...session.uploads.keys()].slice(0, session.uploads.size - uploadsPerSession + 1);
  if (session.uploads.size >= uploadsPerSession) for (const id of oldest) session.uploads.delete(id);
  session.uploads.set(upload.id, upload);
  return upload;
}

/** The last part of the percent-encoded name, without characters that can't be seen. */
function readName(header: string | null): string {
  const badName = new AppError('bad-input', {}, [{ path: 'x-file-name', reason: 'field-required' }]);
  if (header === null) throw badName;
  let text: string;
  try {
    text = decodeURIComponent(header);
  } catch {
    throw badName;
  }
  const last = text.split(/[/\\]/u).at(-1) ?? '';
  const name = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').trim();
  if (name === '') throw badName;
  return [...name].slice(-nameLength).join('');
}

/** The length in the headers is a claim, so the bytes themselves are counted. */
async function readBody(request: Request): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body) {
    size += part.byteLength;
    if (size > uploadBytes) throw new AppError('file-too-large', { limit: uploadBytes });
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.byteLength;
  }
  return bytes;
}

/** Readers look for the mark within the first 1024 bytes (ISO 32000-2, annex on the file header). */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).includes('%PDF-');
}

/**
 * Files that are needed where nobody can be unlocked yet: those that make or free a seat, and the two of a
 * rebuild. None holds anything secret in the clear; only the office copy is large.
 */
function isForLocked(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(40, bytes.byteLength)).toString(
    'latin1',
  );
  if (start.startsWith('paneldesk-letter/1 office-copy ')) return true;
  const small = /^(?:paneldesk-(?:join\/|letter\/1 seat-unlock )|\{\s*"format": "paneldesk-recovery")/u;
  return bytes.byteLength <= 512 * 1024 && small.test(start);
}
