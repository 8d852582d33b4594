import { timingSafeEqual } from 'node:crypto';

/** One request as plain values. Header names are lower case; a repeated header is a list. */
export interface Knock {
  readonly method: string;
  /** The request target exactly as sent. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export interface Door {
  readonly port: number;
  readonly token: string;
}

export type Route = 'page' | 'asset' | 'call' | 'file' | 'upload' | 'ping' | 'end-session';

export type Verdict =
  | { readonly pass: true; readonly route: Route; readonly session: string; readonly maxBytes: number }
  | { readonly pass: false; readonly status: number; readonly reason: string; readonly allow?: string };

interface Rule {
  readonly path: RegExp;
  readonly route: Route;
  readonly method: 'GET' | 'POST';
  readonly open?: true;
  readonly maxBytes: number;
}

/** 2 MiB for a call, 50 MiB for a file: security.md §3 and §5. Other bodies are refused. */
export const callBytes = 2 * 1024 * 1024;
export const uploadBytes = 50 * 1024 * 1024;

/** The whole surface of the port. `open` needs no token: those bytes are the same for everybody. */
const rules: readonly Rule[] = [
  { path: /^\/$/, route: 'page', method: 'GET', open: true, maxBytes: 0 },
  { path: /^\/assets\/./, route: 'asset', method: 'GET', open: true, maxBytes: 0 },
  { path: /^\/call$/, route: 'call', method: 'POST', maxBytes: callBytes },
  { path: /^\/files\/./, route: 'file', method: 'GET', maxBytes: 0 },
  { path: /^\/uploads$/, route: 'upload', method: 'POST', maxBytes: uploadBytes },
  { path: /^\/host\/ping$/, route: 'ping', method: 'GET', maxBytes: 0 },
  { path: /^\/host\/end-session$/, route: 'end-session', method: 'POST', maxBytes: 0 },
];

/** Segments never begin with a dot and nothing is percent-encoded, so no path can climb. */
const plainPath = /^\/[\w.~/-]*$/;
const plainQuery = /^[\w.~=&%-]*$/;
const climbing = /\/\.|\/\//;
const sessionName = /^[\w-]{8,64}$/;

function refuse(status: number, reason: string, allow?: string): Verdict {
  return allow === undefined ? { pass: false, status, reason } : { pass: false, status, reason, allow };
}

/** Equal in constant time; only the length of the guess can be learnt. */
function sameToken(expected: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

function fromElsewhere(headers: Knock['headers'], home: string): boolean {
  const origin = headers['origin'];
  if (origin !== undefined && origin !== `http://${home}`) return true;
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/**
 * Decides about one request before a byte of its body is read. Order: address (421 against DNS rebinding),
 * origin (403), target (400), path (404), method (405), size (413), type (415), token (401), session (400).
 */
export function judge(knock: Knock, door: Door): Verdict {
  const home = `127.0.0.1:${door.port}`;
  if (knock.headers['host'] !== home) return refuse(421, 'host');
  if (fromElsewhere(knock.headers, home)) return refuse(403, 'origin');
  const [path = '', query = ''] = splitOnce(knock.target, '?');
  if (!plainPath.test(path) || climbing.test(path) || !plainQuery.test(query)) return refuse(400, 'target');
  const rule = rules.find((candidate) => candidate.path.test(path));
  if (rule === undefined) return refuse(404, 'path');
  if (knock.method !== rule.method) return refuse(405, 'method', rule.method);
  const passed = judgeBody(knock, rule);
  if (!passed.pass || rule.open === true) return passed;
  if (!sameToken(door.token, knock.headers['x-panel-token'])) return refuse(401, 'token');
  if (rule.route === 'ping') return passed;
  const session = knock.headers['x-panel-session'];
  if (typeof session !== 'string' || !sessionName.test(session)) return refuse(400, 'session');
  return { ...passed, session };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const place = text.indexOf(mark);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)];
}

function judgeBody(knock: Knock, rule: Rule): Verdict {
  const length = knock.headers['content-length'];
  if (length !== undefined && !(Number(length) <= rule.maxBytes)) return refuse(413, 'size');
  const type = knock.headers['content-type'];
  if (rule.route === 'call' && type !== 'application/json') return refuse(415, 'type');
  return { pass: true, route: rule.route, session: '', maxBytes: rule.maxBytes };
}
