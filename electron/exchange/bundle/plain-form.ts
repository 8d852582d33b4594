import { parseStrictJson } from '../../../shared/domain/strict-json.ts';

/** Control characters in a string are refused by the strict reading before. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?[0-9]+|true|false|null|[{}[\],:]/uy;

/**
 * JSON in plain form (resources/spec/bundle.md): no white space between tokens, shortest escapes, whole
 * numbers, no key twice. Undefined for any other text. One meaning for every reader, so that a hash of the
 * text is a hash of what it says.
 */
export function readPlain(text: string): unknown {
  const { value, problems } = parseStrictJson(text);
  return problems.length === 0 && isPlain(text) ? value : undefined;
}

function isPlain(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return false;
    if (token.startsWith('"') && JSON.stringify(JSON.parse(token)) !== token) return false;
    at += token.length;
  }
  return true;
}

/** The same for bytes; undefined also when they aren't UTF-8. A byte order mark isn't passed over. */
export function readPlainBytes(bytes: Uint8Array): unknown {
  const text = utf8(bytes);
  return text === undefined ? undefined : readPlain(text);
}

export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
