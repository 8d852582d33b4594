import { timingSafeEqual } from 'node:crypto';
import { plainPathOf } from '../policy/path.ts';
import { byteRules, callBytes, type ByteRoute } from '../policy/surface.ts';

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

export type Route = ByteRoute | 'call' | 'ping' | 'end-session';

export type Verdict =
  | { readonly pass: true; readonly route: Route; readonly session: string; readonly maxBytes: number }
  | { readonly pass: false; readonly status: number; readonly reason: string; readonly allow?: string };

interface Rule {
  readonly path: RegExp;
  readonly route: Route;
  readonly method: 'GET' | 'POST';
  readonly maxBytes: number;
}

/** The whole surface of the port. */
const rules: readonly Rule[] = [
  ...byteRules,
  { path: /^\/call$/, route: 'call', method: 'POST', maxBytes: callBytes },
  { path: /^\/host\/ping$/, route: 'ping', method: 'GET', maxBytes: 0 },
  { path: /^\/host\/end-session$/, route: 'end-session', method: 'POST', maxBytes: 0 },
];

/** These bytes are the same for everybody, and the page must come before it can know the token. */
const open: ReadonlySet<Route> = new Set<Route>(['page', 'asset']);

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
  const path = plainPathOf(knock.target);
  if (path === undefined) return refuse(400, 'target');
  const rule = rules.find((candidate) => candidate.path.test(path));
  if (rule === undefined) return refuse(404, 'path');
  if (knock.method !== rule.method) return refuse(405, 'method', rule.method);
  const passed = judgeBody(knock, rule);
  if (!passed.pass || open.has(rule.route)) return passed;
  if (!sameToken(door.token, knock.headers['x-panel-token'])) return refuse(401, 'token');
  if (rule.route === 'ping') return passed;
  const session = knock.headers['x-panel-session'];
  if (typeof session !== 'string' || !sessionName.test(session)) return refuse(400, 'session');
  return { ...passed, session };
}

function judgeBody(knock: Knock, rule: Rule): Verdict {
  const length = knock.headers['content-length'];
  if (length !== undefined && !(Number(length) <= rule.maxBytes)) return refuse(413, 'size');
  const type = knock.headers['content-type'];
  if (rule.route === 'call' && type !== 'application/json') return refuse(415, 'type');
  return { pass: true, route: rule.route, session: '', maxBytes: rule.maxBytes };
}
