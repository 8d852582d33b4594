import type { TestBackend } from './backend.ts';

export interface SentMaterial {
  readonly reviewId: string;
  readonly dossierId: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the page said that the size is; the size of the bytes unless given. */
  readonly size?: number;
  readonly task?: string;
}

/** Sends the bytes of a file as the page does; answers the response. */
export function postMaterial(test: TestBackend, session: string, sent: SentMaterial): Promise<Response> {
  const request = new Request('http://panel/materials', {
    method: 'POST',
    body: new Uint8Array(sent.bytes),
    headers: {
      'x-review': sent.reviewId,
      'x-dossier': sent.dossierId,
      'x-file-name': encodeURIComponent(sent.name),
      'x-file-size': String(sent.size ?? sent.bytes.byteLength),
      ...(sent.task === undefined ? {} : { 'x-task': sent.task }),
    },
  });
  return test.backend.files(request, session);
}

/** Sends the bytes and answers the id under which they wait. @throws Error with the problem */
export async function sendMaterial(test: TestBackend, session: string, sent: SentMaterial): Promise<string> {
  const body = (await (await postMaterial(test, session, sent)).json()) as { id?: string };
  if (body.id === undefined) throw new Error(`material refused: ${JSON.stringify(body)}`);
  return body.id;
}

/** Sends and imports one file; answers its id. */
export async function addMaterial(
  test: TestBackend,
  session: string,
  sent: SentMaterial & { readonly kind: string; readonly item?: string; readonly replaces?: string },
): Promise<string> {
  const { reviewId, dossierId, name, kind, item = '', replaces = null } = sent;
  const uploadId = await sendMaterial(test, session, sent);
  await test.call(session, 'material.import', {
    reviewId,
    files: [{ uploadId, dossierId, kind, item, name, replaces }],
  });
  const { materials } = await test.call(session, 'material.list', { reviewId, dossierId });
  const added = materials.findLast((material) => material.name === name && material.inForce);
  if (added === undefined) throw new Error('the imported file is not listed');
  return added.materialId;
}

/** The answer to opening a file under /files/: its bytes, or the problem. */
export async function readMaterial(test: TestBackend, session: string, materialId: string): Promise<unknown> {
  const response = await test.backend.files(
    new Request(`http://panel/files/material-${materialId}`),
    session,
  );
  if (response.ok) return Buffer.from(await response.arrayBuffer()).toString('utf8');
  const { problem } = (await response.json()) as {
    problem: { code: string; values?: Readonly<Record<string, string | number>> };
  };
  return [problem.code, problem.values?.['what'], problem.values?.['name']].filter(
    (part) => part !== undefined,
  );
}
