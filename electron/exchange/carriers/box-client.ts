import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { AppError } from '../../../shared/api/problem.ts';
import type { KdfCost } from '../../signing/passphrase.ts';
import { bearerOf, boxPaths, HASH_HEADER } from '../dropbox/protocol.ts';
import { carrierFailure, type Carrier, type FoundLetter, type LetterToPut } from './carrier.ts';
import { parseLetterName } from './letter-name.ts';

export interface BoxPlace {
  /** `192.168.1.5:47800` */
  readonly address: string;
  /** Sixteen digits, as typed. */
  readonly code: string;
  readonly kdfCost: KdfCost;
}

const answerMs = 10_000;
const mostLetters = 5000;
const reasons: Readonly<Record<number, string>> = {
  401: 'box-code',
  403: 'box-refused',
  404: 'box-refused',
  413: 'box-full',
  429: 'box-slow',
  507: 'box-full',
};

/** The secretary's drop box in the room's network, as a carrier of another laptop. */
export function dropBoxClient(place: BoxPlace): Carrier {
  const ask = boxAsker(place);
  const read = async function* ({ name }: Pick<FoundLetter, 'name'>): AsyncGenerator<Uint8Array> {
    const answer = await ask(boxPaths.letter(name), {});
    if (answer.body === null) throw carrierFailure('box-gone');
    try {
      yield* answer.body as unknown as NodeStream<Uint8Array>;
    } catch {
      throw carrierFailure('box-gone');
    }
  };
  return {
    kind: 'box',
    list: async (addressee) => {
      const answer = await ask(boxPaths.list(addressee), { signal: AbortSignal.timeout(answerMs) });
      return { letters: lettersIn(await answer.text(), addressee), strangers: [], unfinished: 0 };
    },
    read,
    put: async (letter, signal) => {
      await ask(boxPaths.letter(letter.name), {
        method: 'PUT',
        headers: { [HASH_HEADER]: letter.sha256 },
        body: Readable.toWeb(Readable.from(letter.open(), { objectMode: false })) as BodyInit,
        duplex: 'half',
        signal,
      });
      await requireSame(read(letter), letter, signal);
    },
  };
}

/** The join file that lies in the box. @throws carrierFailure `box-gone`, `box-code`, `box-slow`, `box-refused` */
export async function fetchJoinFile(place: BoxPlace): Promise<Uint8Array> {
  const answer = await boxAsker(place)(boxPaths.join, { signal: AbortSignal.timeout(answerMs) });
  return new Uint8Array(await answer.arrayBuffer());
}

type Ask = (path: string, init: RequestInit & { readonly duplex?: 'half' }) => Promise<Response>;

function boxAsker({ address, code, kdfCost }: BoxPlace): Ask {
  // Derived once: it takes a quarter of a second.
  let bearer: Promise<string> | undefined;
  return async (path, init) => {
    bearer ??= bearerOf(code, kdfCost);
    const headers = { ...init.headers, authorization: `Bearer ${await bearer}` };
    let answer: Response;
    try {
      answer = await fetch(`http://${address}${path}`, { ...init, headers, redirect: 'error' });
    } catch (error) {
      if (init.signal?.aborted === true && init.method === 'PUT') throw new AppError('cancelled');
      // The bytes of our own disk may have failed, not the network.
      if (error instanceof Error && error.cause instanceof AppError) throw error.cause;
      throw carrierFailure('box-gone');
    }
    if (answer.ok) return answer;
    await answer.body?.cancel();
    throw carrierFailure(reasons[answer.status] ?? 'box-refused');
  };
}

/** Names come from outside: only those of the form that this program gives are believed. */
function lettersIn(text: string, addressee: string): FoundLetter[] {
  const { letters } = parsed(text);
  if (!Array.isArray(letters)) throw carrierFailure('box-refused');
  return letters.slice(0, mostLetters).flatMap((entry: unknown) => {
    const { name, size } = (entry ?? {}) as { readonly name?: unknown; readonly size?: unknown };
    if (typeof name !== 'string' || typeof size !== 'number' || !Number.isSafeInteger(size)) return [];
    return parseLetterName(name)?.to === addressee ? [{ name, size, mark: String(size) }] : [];
  });
}

function parsed(text: string): { readonly letters?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

async function requireSame(
  source: AsyncIterable<Uint8Array>,
  letter: LetterToPut,
  signal: AbortSignal,
): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of source) {
    if (signal.aborted) throw new AppError('cancelled');
    hash.update(chunk);
  }
  if (hash.digest('hex') !== letter.sha256) throw carrierFailure('read-back');
}
