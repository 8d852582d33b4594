import type { Backend } from '../../electron/api/host-contract.ts';
import type { Call } from '../../shared/api/reply.ts';

export interface SmallBackend extends Backend {
  readonly calls: Call[];
  readonly ended: string[];
  readonly uploads: { readonly session: string; readonly bytes: number; readonly sawToken: boolean }[];
  closed: boolean;
}

/** A backend of a few lines that follows the host contract, for tests that are about hosts only. */
export function smallBackend(): SmallBackend {
  const backend: SmallBackend = {
    calls: [],
    ended: [],
    uploads: [],
    closed: false,
    dispatch(call) {
      backend.calls.push(call);
      if (call.name === 'echo') return Promise.resolve({ ok: true, value: call.input });
      return Promise.resolve({ ok: false, problem: { code: 'not-found' } });
    },
    files: (request, session) => answerFile(backend, request, session),
    endSession: (session) => void backend.ended.push(session),
    close() {
      backend.closed = true;
      return Promise.resolve();
    },
  };
  return backend;
}

async function answerFile(backend: SmallBackend, request: Request, session: string): Promise<Response> {
  const path = new URL(request.url).pathname;
  if (request.method === 'POST') {
    const bytes = (await request.arrayBuffer()).byteLength;
    backend.uploads.push({ session, bytes, sawToken: request.headers.has('x-panel-token') });
    return Response.json({ id: 'upload-1' });
  }
  if (path === '/') return new Response('<!doctype html><title>评审台</title>', html);
  if (path === '/assets/index.js') return new Response('export {};', javaScript);
  if (path === '/files/minutes')
    return new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } });
  return new Response(null, { status: 404 });
}

const html = { headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'a=b' } };
const javaScript = { headers: { 'content-type': 'text/javascript' } };
