import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { officeReceives } from '../letter-kinds.ts';
import { parseLetterName } from '../carriers/letter-name.ts';
import { BoxStore, NotTaken, usualBoxLimits, type BoxLimits } from './box-store.ts';
import { Gate, usualLimits, type GateLimits } from './gate.ts';
import { HASH_HEADER } from './protocol.ts';

export interface BoxServerOptions {
  readonly folder: string;
  /** `addresseeOf` the office: the only one to whom letters from outside may go. */
  readonly office: string;
  /** `bearerOf` the meeting code. */
  readonly bearer: string;
  readonly joinFile: Uint8Array | null;
  /** `0.0.0.0` or one address of this computer. */
  readonly address: string;
  /** The usual port; another one is taken when it is in use. */
  readonly port: number;
  readonly nowMs: () => number;
  readonly onError: (error: unknown) => void;
  readonly gate?: GateLimits;
  readonly limits?: BoxLimits;
  /** A request that isn't complete after this long is cut off. */
  readonly requestTimeoutMs?: number;
}

export interface BoxServer {
  readonly port: number;
  /** Letters taken since it was opened. */
  readonly received: () => number;
  /** Addresses that must wait after wrong codes. */
  readonly blocked: () => number;
  readonly close: () => Promise<void>;
}

/** Nothing of the host is behind this port: it knows a folder of sealed letters and nothing else. */
export async function startBoxServer(options: BoxServerOptions): Promise<BoxServer> {
  const requestTimeout = options.requestTimeoutMs ?? 10 * 60_000;
  const server = createServer({
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, 10_000),
    connectionsCheckingInterval: Math.min(requestTimeout, 5_000),
    keepAliveTimeout: 5_000,
    maxHeaderSize: 4096,
    requireHostHeader: true,
  });
  server.maxConnections = 200;
  const box = new Box(options);
  server.on('request', (message, response) => void box.handle(message, response));
  const port = await listen(server, options.address, options.port);
  return {
    port,
    received: () => box.received,
    blocked: () => box.gate.blocked(),
    close: () => shut(server),
  };
}

async function listen(server: Server, address: string, port: number): Promise<number> {
  try {
    return await listenOn(server, address, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return listenOn(server, address, 0);
  }
}

function listenOn(server: Server, address: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: address, exclusive: true }, () => {
      server.off('error', reject);
      const bound = server.address();
      if (typeof bound === 'object' && bound !== null) resolve(bound.port);
    });
  });
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

class Box {
  readonly gate: Gate;
  received = 0;
  readonly #options: BoxServerOptions;
  readonly #store: BoxStore;
  readonly #bearer: Buffer;

  constructor(options: BoxServerOptions) {
    this.#options = options;
    this.gate = new Gate(options.gate ?? usualLimits, options.nowMs);
    this.#store = new BoxStore(options.folder, options.office, options.limits ?? usualBoxLimits);
    this.#bearer = Buffer.from(`Bearer ${options.bearer}`);
  }

  async handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#answer(message, response);
    } catch (error) {
      if (response.headersSent || message.socket.destroyed) return void response.destroy();
      if (error instanceof NotTaken) return refuse(response, error.status);
      this.#options.onError(error);
      refuse(response, 500);
    }
  }

  /** Order: rate and blocks (429), code (401), path (404), method (405), body (413), then the letter itself. */
  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = message.socket.remoteAddress ?? '';
    if (!this.gate.lets(from)) return refuse(response, 429);
    const given = message.headersDistinct['authorization'] ?? [];
    if (given.length !== 1 || !this.#isRight(given[0] ?? '')) {
      // A browser that wanders by types no code; a wrong one costs time.
      if (given.length > 0) await wait(this.gate.wrong(from));
      return refuse(response, 401);
    }
    this.gate.right(from);
    return this.#route(message, response);
  }

  #isRight(given: string): boolean {
    const bytes = Buffer.from(given);
    return bytes.byteLength === this.#bearer.byteLength && timingSafeEqual(bytes, this.#bearer);
  }

  async #route(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: target = '' } = message;
    const [, addressee] = /^\/1\/letters\/([0-9a-f]{16})$/u.exec(target) ?? [];
    const [, file] = /^\/1\/letter\/([0-9a-z.-]{1,64})$/u.exec(target) ?? [];
    const name = file === undefined ? undefined : parseLetterName(file);
    const isJoin = target === '/1/join';
    if (addressee === undefined && name === undefined && !isJoin) return refuse(response, 404);
    if (method === 'PUT' && name !== undefined && file !== undefined)
      return this.#take({ ...name, file }, message, response);
    if (method !== 'GET') return refuse(response, 405);
    if (
      message.headers['transfer-encoding'] !== undefined ||
      Number(message.headers['content-length'] ?? 0) > 0
    )
      return refuse(response, 413);
    if (addressee !== undefined)
      return sendBytes(response, Buffer.from(JSON.stringify({ letters: this.#store.list(addressee) })));
    if (isJoin) {
      const { joinFile } = this.#options;
      return joinFile === null ? refuse(response, 404) : sendBytes(response, joinFile);
    }
    const found = this.#store.read(file ?? '');
    if (found === undefined) return refuse(response, 404);
    response.writeHead(200, headers(found.size));
    await pipeline(found.stream(), response);
  }

  async #take(
    name: NonNullable<ReturnType<typeof parseLetterName>> & { readonly file: string },
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { limits = usualBoxLimits } = this.#options;
    const announced = message.headers['content-length'];
    if (announced !== undefined && !(Number(announced) <= limits.letterBytes)) throw new NotTaken(413);
    const sha256 = message.headers[HASH_HEADER];
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/u.test(sha256)) throw new NotTaken(422);
    if (!officeReceives.includes(name.kind)) throw new NotTaken(403);
    const isNew = await this.#store.take(name, sha256, bodyOf(message));
    if (isNew) this.received += 1;
    response.writeHead(isNew ? 201 : 200, headers(0));
    response.end();
  }
}

/** A body that is refused half-way must not take the connection with it before the answer is out. */
function bodyOf(message: IncomingMessage): AsyncIterable<Uint8Array> {
  return message.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
}

function headers(size: number): Record<string, string> {
  return {
    'content-type': 'application/octet-stream',
    'content-length': String(size),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

function sendBytes(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, headers(bytes.byteLength));
  response.end(bytes);
}

/** The rest of a refused body is not read, so the connection can't be used again. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...headers(0), connection: 'close' });
  response.end();
}
