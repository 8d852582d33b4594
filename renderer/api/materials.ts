import type { Problem } from '../../shared/api/problem.ts';
import type { Reply } from '../../shared/api/reply.ts';
import { currentTransport } from './client.ts';
import { refusalOf } from './refusal-of.ts';
import { connectionReference } from './transport.ts';

export interface MaterialToSend {
  readonly reviewId: string;
  readonly dossierId: string;
  readonly name: string;
  readonly file: File;
  /** Id of the long call, for its progress. */
  readonly task: string;
  readonly signal: AbortSignal;
}

/** A name for one sending, under which its progress is asked for. */
export function newSending(): string {
  return crypto.randomUUID();
}

const lost: Problem = { code: 'unexpected', reference: connectionReference };

/** Streams a file of an application to the backend; it is in force only after its import. */
export async function sendMaterial(sent: MaterialToSend): Promise<Reply<{ readonly id: string }>> {
  const { reviewId, dossierId, name, file, task, signal } = sent;
  try {
    const answer = await currentTransport().fetch('/materials', {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-review': reviewId,
        'x-dossier': dossierId,
        'x-file-name': encodeURIComponent(name.toWellFormed()),
        'x-file-size': String(file.size),
        'x-task': task,
      },
      body: file,
      signal,
    });
    if (!answer.ok) return { ok: false, problem: await refusalOf(answer) };
    return { ok: true, value: (await answer.json()) as { id: string } };
  } catch {
    if (signal.aborted) return { ok: false, problem: { code: 'cancelled' } };
    // The browser breaks off when the file on disk is no longer the one that was chosen.
    const readable = await file
      .slice(0, 1)
      .arrayBuffer()
      .then(
        () => true,
        () => false,
      );
    if (readable) return { ok: false, problem: lost };
    return { ok: false, problem: { code: 'conflict', values: { what: 'file-changed', name } } };
  }
}
