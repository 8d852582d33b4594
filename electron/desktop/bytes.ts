import type { Session } from 'electron';
import type { Backend } from '../api/host-contract.ts';
import { withSecurityHeaders } from '../api/security-headers.ts';
import { ownPath, scheme } from '../policy/address.ts';
import { byteRules } from '../policy/surface.ts';

function refuse(status: number): Response {
  return withSecurityHeaders(new Response(null, { status }), '');
}

/** The request with a body that breaks off at the first byte over `maxBytes`, whatever its headers said. */
function limited(request: Request, maxBytes: number): Request {
  if (request.body === null) return request;
  let seen = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, controller) {
      seen += bytes.byteLength;
      if (seen > maxBytes) controller.error(new Error('body too large'));
      else controller.enqueue(bytes);
    },
  });
  const { method, headers } = request;
  const body = request.body.pipeThrough(counter);
  const init: RequestInit & { readonly duplex: 'half' } = { method, headers, body, duplex: 'half' };
  return new Request(request.url, init);
}

/** One request to `panel://app/…` from the window whose session is given. Never rejects. */
export async function answerBytes(backend: Backend, request: Request, session: string): Promise<Response> {
  const path = ownPath(request.url);
  if (path === undefined) return refuse(400);
  const rule = byteRules.find((candidate) => candidate.path.test(path));
  if (rule === undefined) return refuse(404);
  if (request.method !== rule.method) return refuse(405);
  const length = Number(request.headers.get('content-length') ?? '0');
  if (!(length <= rule.maxBytes)) return refuse(413);
  try {
    return withSecurityHeaders(await backend.files(limited(request, rule.maxBytes), session), path);
  } catch {
    return refuse(500);
  }
}

export function serveBytes(window: Session, backend: Backend, session: string): void {
  window.protocol.handle(scheme, (request) => answerBytes(backend, request, session));
}
