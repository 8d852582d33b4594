import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** Thrown while reading a body that is longer than its route allows, whatever its headers said. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';
}

/** The body as it arrives, counted; it fails with `BodyTooLarge` at the first byte over `maxBytes`. */
export async function* countedBody(message: IncomingMessage, maxBytes: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of message) {
    const bytes: Uint8Array = chunk;
    seen += bytes.byteLength;
    if (seen > maxBytes) throw new BodyTooLarge();
    yield bytes;
  }
}

/** The whole body as text; invalid UTF-8 throws a `TypeError`. */
export async function readText(message: IncomingMessage, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of countedBody(message, maxBytes)) chunks.push(chunk);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

/** The message as the standard `Request` that `Backend.files` takes; an upload is streamed. */
export function standardRequest(message: IncomingMessage, origin: string, maxBytes: number): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  // The token opens the port; nothing behind the port needs to know it.
  headers.delete('x-panel-token');
  const address = new URL(message.url ?? '/', origin);
  const method = message.method ?? 'GET';
  if (method === 'GET') return new Request(address, { method, headers });
  const body = Readable.toWeb(Readable.from(countedBody(message, maxBytes), { objectMode: false }));
  const init: RequestInit & { readonly duplex: 'half' } = {
    method,
    headers,
    body: body as ReadableStream<Uint8Array>,
    duplex: 'half',
  };
  return new Request(address, init);
}
