import { ReadableStream as NodeStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';

/** Seals a stream to age recipients (`age1…`), 64 KiB at a time; memory stays flat. */
export async function sealStream(
  source: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return asIterable(await encrypter.encrypt(asStream(source)));
}

/** Opens a sealed stream with an `AGE-SECRET-KEY-1…`; throws what the library throws, in the middle too. */
export async function unsealStream(
  source: AsyncIterable<Uint8Array>,
  identity: string,
): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return asIterable(await decrypter.decrypt(asStream(source)));
}

/** The library is typed for the browser's stream, which is the same class here. */
function asStream(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  return NodeStream.from(source) as unknown as ReadableStream<Uint8Array>;
}

/** What the library answers can be read as Node reads its own streams. */
function asIterable(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  return stream as unknown as NodeStream<Uint8Array>;
}
