import { isLetterKind, type LetterKind } from './letter-kinds.ts';
import { refused } from './parts.ts';

/** The one line of a letter that everybody can read: `paneldesk-letter/1 <kind> <to>`. */
export interface LetterAddress {
  readonly kind: LetterKind;
  /** `addresseeOf` the recipient, 16 hex digits. */
  readonly to: string;
}

export const LONGEST_HEADER = 80;
const HEADER = /^paneldesk-letter\/([1-9][0-9]{0,3}) ([a-z-]{1,24}) ([0-9a-f]{16})$/u;

/** @throws AppError `data-corrupt`, reasons `not-ours`, `newer` */
export function parseAddress(line: string): LetterAddress {
  const [, version, kind = '', to = ''] = HEADER.exec(line) ?? [];
  if (version === undefined) throw refused('not-ours');
  if (version !== '1' || !isLetterKind(kind)) throw refused('newer');
  return { kind, to };
}

/** Takes the address line off a stream. */
export async function readHeaderLine(
  source: AsyncIterable<Uint8Array>,
): Promise<{ address: LetterAddress; rest: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (!head.includes(0x0a)) {
    if (head.byteLength > LONGEST_HEADER) throw refused('not-ours');
    const { done, value } = await iterator.next();
    if (done === true) throw refused(head.byteLength === 0 ? 'empty' : 'not-ours');
    head = Buffer.concat([head, value]);
  }
  const end = head.indexOf(0x0a);
  if (end > LONGEST_HEADER) throw refused('not-ours');
  const address = parseAddress(head.subarray(0, end).toString('latin1'));
  return { address, rest: joined(head.subarray(end + 1), iterator) };
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.byteLength > 0) yield head;
  try {
    for (;;) {
      const { done, value } = await rest.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    // Closes the file underneath when the reader stops early.
    await rest.return?.();
  }
}
