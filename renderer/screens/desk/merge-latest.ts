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
  return Object.fromEntries(
    Object.entries(own).filter(([id, text]) => text.trim() !== '' && text !== (theirs[id] ?? '')),
  );
}

/** Every field in which something else was typed than the newest holds; null when none. A blank holds nothing to lose. */
export function mineBeside(own: Typed, theirs: Typed): Mine | null {
  const texts = differing(own.texts, theirs.texts);
  const comments = differing(own.comments, theirs.comments);
  const overall = own.overall === theirs.overall || own.overall.trim() === '' ? null : own.overall;
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
