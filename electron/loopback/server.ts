import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { Call, Reply } from '../../shared/api/reply.ts';
import type { Backend } from '../api/host-contract.ts';
import { securityHeaders, withSecurityHeaders } from '../api/security-headers.ts';
import { callFrom } from '../policy/call.ts';
import { BodyTooLarge, readText, standardRequest } from './body.ts';
import { judge, type Route } from './guard.ts';

export interface LoopbackOptions {
  readonly backend: Backend;
  /** At least 128 random bits as text without spaces; shown only in the fragment of the address. */
  readonly token: string;
  /** 0 (the usual) lets the system choose. */
  readonly port?: number;
  /** A request that isn't complete after this long is cut off. */
  readonly requestTimeoutMs?: number;
  /** Receives what went wrong inside, without request data. */
  readonly onError?: (error: unknown) => void;
}

export interface Loopback {
  readonly port: number;
  /** The address to open, with the token in its fragment. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

const badInput: Reply<never> = { ok: false, problem: { code: 'bad-input' } };

/** Serves the backend on 127.0.0.1 and nowhere else, behind the guard. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const requestTimeout = options.requestTimeoutMs ?? 60_000;
  const server = createServer({
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: Math.min(requestTimeout, 5_000),
    requireHostHeader: true,
  });
  const port = await listen(server, options.port ?? 0);
  const host = new Host(options, port);
  server.on('request', (message, response) => void host.handle(message, response));
  return {
    port,
    address: `http://127.0.0.1:${port}/#k=${options.token}`,
    close: () => shut(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
}

/** Answers that are under way (the one to 退出 among them) are finished first, within two seconds. */
function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  extra: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...securityHeaders('reply'),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    ...extra,
  });
  response.end(text);
}

class Host {
  readonly #options: LoopbackOptions;
  readonly #port: number;

  constructor(options: LoopbackOptions, port: number) {
    this.#options = options;
    this.#port = port;
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = message;
    const headers = { ...message.headers, host: onlyOne(message, 'host') };
    const door = { port: this.#port, token: this.#options.token };
    const verdict = judge({ method, target, headers }, door);
    try {
      if (verdict.pass)
        await this.#route(verdict.route, verdict.session, verdict.maxBytes, message, response);
      else refuse(response, verdict.status, verdict.reason, verdict.allow);
    } catch (error) {
      this.#fail(error, message, response);
    }
  }

  async #route(
    route: Route,
    session: string,
    maxBytes: number,
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    switch (route) {
      case 'call':
        return this.#call(session, maxBytes, message, response);
      case 'ping':
        return send(response, 200, { paneldesk: process.pid });
      case 'end-session':
        this.#options.backend.endSession(session);
        return send(response, 200, { ok: true });
      default:
        return this.#bytes(session, maxBytes, message, response);
    }
  }

  async #call(
    session: string,
    maxBytes: number,
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const call = parseCall(session, await readText(message, maxBytes));
    if (call === undefined) return send(response, 400, badInput);
    send(response, 200, await this.#options.backend.dispatch(call));
  }

  async #bytes(
    session: string,
    maxBytes: number,
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const request = standardRequest(message, `http://127.0.0.1:${this.#port}`, maxBytes);
    const answer = await this.#options.backend.files(request, session);
    const safe = withSecurityHeaders(answer, new URL(request.url).pathname);
    response.writeHead(safe.status, Object.fromEntries(safe.headers));
    if (safe.body === null) return void response.end();
    await pipeline(Readable.fromWeb(safe.body as NodeReadableStream), response);
  }

  #fail(error: unknown, message: IncomingMessage, response: ServerResponse): void {
    if (response.headersSent) return void response.destroy();
    if (isTooLarge(error)) return refuse(response, 413, 'size');
    if (error instanceof SyntaxError || error instanceof TypeError) return send(response, 400, badInput);
    if (message.destroyed && !message.complete) return void response.destroy();
    this.#options.onError?.(error);
    send(response, 500, { ok: false, problem: { code: 'unexpected' } } satisfies Reply<never>);
  }
}

/** Node joins or drops repeated headers; a second `Host` must not go unnoticed. */
function onlyOne(message: IncomingMessage, name: string): string | undefined {
  const values = message.headersDistinct[name];
  return values?.length === 1 ? values[0] : undefined;
}

/** A body reader may wrap what stopped it. */
function isTooLarge(error: unknown): boolean {
  return error instanceof BodyTooLarge || (error instanceof Error && isTooLargeCause(error.cause));
}

function isTooLargeCause(cause: unknown): boolean {
  return cause instanceof BodyTooLarge;
}

function refuse(response: ServerResponse, status: number, reason: string, allow?: string): void {
  // The rest of a refused body is not read, so the connection can't be used again.
  send(
    response,
    status,
    { refused: reason },
    { connection: 'close', ...(allow === undefined ? {} : { allow }) },
  );
}

function parseCall(session: string, text: string): Call | undefined {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, input, task } = value as { readonly [Part in 'name' | 'input' | 'task']?: unknown };
  return callFrom(session, name, input, task);
}
