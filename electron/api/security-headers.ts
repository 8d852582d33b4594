/** What an answer is: the page itself, one of its assets, stored bytes, or the reply to a call. */
export type AnswerKind = 'page' | 'asset' | 'document' | 'reply';

/**
 * Content policy of the interface, the same on both hosts. Documents and images reach the page by fetch
 * and are shown from `blob:`, so no second origin is named. `style-src 'self'` holds because all
 * styles are files of our own; `trusted-types 'none'` because no HTML text is ever rendered.
 */
export const pagePolicy: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'media-src': ["'none'"],
  'object-src': ["'none'"],
  'frame-src': ["'none'"],
  'child-src': ["'none'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};

/** Everything that is not the page may load nothing and run nothing, should it ever be shown alone. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** The text of the `Content-Security-Policy` header for one kind of answer. */
export function contentPolicy(kind: AnswerKind): string {
  if (kind !== 'page') return closedPolicy;
  return Object.entries(pagePolicy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

/** All security headers of one kind of answer; hosts set them over whatever the answer carried. */
export function securityHeaders(kind: AnswerKind): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(kind),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
    'cache-control': 'no-store',
  };
}

/** Which kind of answer a path of `Backend.files` gives; everything unknown is the strictest kind. */
export function answerKind(path: string): AnswerKind {
  if (path === '/') return 'page';
  if (path.startsWith('/assets/')) return 'asset';
  return path.startsWith('/files/') ? 'document' : 'reply';
}

/** The same answer with the security headers of its path; its own headers stay unless they are named there. */
export function withSecurityHeaders(response: Response, path: string): Response {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(securityHeaders(answerKind(path)))) headers.set(name, value);
  headers.delete('set-cookie');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
