import type { Problem } from '../../shared/api/problem.ts';
import type { Reply } from '../../shared/api/reply.ts';
import { currentTransport } from './client.ts';
import { refusalOf } from './refusal-of.ts';
import { connectionReference } from './transport.ts';

export interface Uploaded {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

const lost: Problem = { code: 'unexpected', reference: connectionReference };

function filePath(file: string): string {
  return file.startsWith('/') ? file : `/files/${file}`;
}

/** Fetches a stored file; `file` is an id or a path below `/files/`. */
export async function fetchFile(file: string): Promise<Reply<Blob>> {
  try {
    const answer = await currentTransport().fetch(filePath(file));
    if (answer.ok) return { ok: true, value: await answer.blob() };
    return { ok: false, problem: await refusalOf(answer) };
  } catch {
    return { ok: false, problem: lost };
  }
}

/** Fetches a stored file and hands it to the browser's own saving under `name`. */
export async function downloadFile(file: string, name: string): Promise<Reply<null>> {
  const reply = await fetchFile(file);
  if (!reply.ok) return reply;
  saveBlob(reply.value, name);
  return { ok: true, value: null };
}

/** Hands bytes of the page to the browser's own saving under `name`. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the blob once the click is handled; a minute is ample for a slow dialog.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Sends one file's bytes; the answer's id goes into the call that uses it. */
export async function uploadFile(file: File): Promise<Reply<Uploaded>> {
  try {
    const answer = await currentTransport().fetch('/uploads', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(file.name.toWellFormed()),
      },
      body: file,
    });
    if (!answer.ok) return { ok: false, problem: await refusalOf(answer) };
    // The backend's own answer to an upload; its shape is fixed by `Backend.files`.
    return { ok: true, value: (await answer.json()) as Uploaded };
  } catch {
    return { ok: false, problem: lost };
  }
}
