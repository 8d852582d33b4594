import { isLetterKind, type LetterKind } from '../letter-kinds.ts';

export interface LetterName {
  /** `addresseeOf` the recipient. */
  readonly to: string;
  readonly kind: LetterKind;
  /** First eight hex digits of the file's SHA-256: the same letter always gets the same name. */
  readonly id: string;
}

const NAME = /^([0-9a-f]{16})\.([a-z-]{1,24})\.([0-9a-f]{8})\.panel$/u;

/** `<addressee16>.<kind>.<id8>.panel` */
export function letterName(to: string, kind: string, sha256: string): string {
  return `${to}.${kind}.${sha256.slice(0, 8)}.panel`;
}

/** Undefined for a name that this program doesn't give. */
export function parseLetterName(name: string): LetterName | undefined {
  const [, to = '', kind = '', id = ''] = NAME.exec(name) ?? [];
  return isLetterKind(kind) ? { to, kind, id } : undefined;
}
