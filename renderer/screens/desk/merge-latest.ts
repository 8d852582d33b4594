import type { Typed } from './sheet-content.ts';

/** What was typed here and differs from the version of another tab; kept beside it until taken or dropped. */
export interface Mine {
  readonly texts: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly overall: string | null;
}

function differing(
  own: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Record<string, string> {
  const ids = [...new Set([...Object.keys(own), ...Object.keys(theirs)])];
  return Object.fromEntries(
    ids.filter((id) => (own[id] ?? '') !== (theirs[id] ?? '')).map((id) => [id, own[id] ?? '']),
  );
}

/** Every field in which the own version differs from the newest; null when none does. */
export function mineBeside(own: Typed, theirs: Typed): Mine | null {
  const texts = differing(own.texts, theirs.texts);
  const comments = differing(own.comments, theirs.comments);
  const overall = own.overall === theirs.overall ? null : own.overall;
  const none = Object.keys(texts).length === 0 && Object.keys(comments).length === 0 && overall === null;
  return none ? null : { texts, comments, overall };
}

/** How many fields differ. */
export function mineCount(mine: Mine): number {
  return Object.keys(mine.texts).length + Object.keys(mine.comments).length + (mine.overall === null ? 0 : 1);
}

/** The sheet with the own version of every differing field. */
export function withMine(typed: Typed, mine: Mine): Typed {
  return {
    ...typed,
    texts: { ...typed.texts, ...mine.texts },
    comments: { ...typed.comments, ...mine.comments },
    overall: mine.overall ?? typed.overall,
  };
}

/** What is left to decide once one item was decided; null when nothing is. */
export function withoutItem(mine: Mine, item: string): Mine | null {
  const texts = Object.fromEntries(Object.entries(mine.texts).filter(([id]) => id !== item));
  const comments = Object.fromEntries(Object.entries(mine.comments).filter(([id]) => id !== item));
  const left: Mine = { ...mine, texts, comments };
  return mineCount(left) === 0 ? null : left;
}
