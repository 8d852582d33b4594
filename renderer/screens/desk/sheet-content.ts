import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { Hundredths } from '../../../shared/domain/decimal.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import { readCell } from './cell-text.ts';

/** One sheet as it stands in its fields: texts as typed, right or wrong. */
export interface Typed {
  /** item id → text as typed; a missing entry is a blank. */
  readonly texts: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
  readonly overall: string;
  readonly confirmedZeros: readonly string[];
}

export const nothingTyped: Typed = { texts: {}, comments: {}, overall: '', confirmedZeros: [] };

/** Fields as the store gives them back. */
export function typedOf(content: SheetContent | null): Typed {
  if (content === null) return nothingTyped;
  const texts = Object.entries(content.scores).flatMap(([id, text]): [string, string][] =>
    text === null ? [] : [[id, text]],
  );
  const { comments, overall, confirmedZeros } = content;
  return { texts: Object.fromEntries(texts), comments, overall, confirmedZeros };
}

export function textOf(typed: Typed, item: string): string {
  return typed.texts[item] ?? '';
}

/** Scores in the scheme's order; a blank and a wrong text both count as not given. */
export function scoresOf(scheme: CompiledScheme, typed: Typed): readonly (Hundredths | null)[] {
  return scheme.items.map((item) => {
    const reading = readCell(textOf(typed, item.id), item);
    return reading.kind === 'score' ? reading.hundredths : null;
  });
}

/** Items whose text is no score of theirs. */
export function wrongItems(scheme: CompiledScheme, typed: Typed): readonly string[] {
  return scheme.items
    .filter((item) => readCell(textOf(typed, item.id), item).kind === 'wrong')
    .map(({ id }) => id);
}

/** Items scored 0 that still lack the confirmation or the comment. */
export function openZeros(scheme: CompiledScheme, typed: Typed): readonly string[] {
  const scores = scoresOf(scheme, typed);
  return scheme.items
    .filter((_item, index) => scores[index] === 0)
    .filter(({ id }) => !typed.confirmedZeros.includes(id) || (typed.comments[id] ?? '').trim() === '')
    .map(({ id }) => id);
}

/**
 * What is sent to be saved, in the store's own form. A wrong text is sent as a blank: what stood in the field
 * before was given up by typing over it, and the beginning of a number is no score.
 */
export function contentOf(scheme: CompiledScheme, typed: Typed): SheetContent {
  const scores: Record<string, string | null> = {};
  const zeros = new Set<string>();
  for (const item of scheme.items) {
    const reading = readCell(textOf(typed, item.id), item);
    scores[item.id] = reading.kind === 'score' ? reading.text : null;
    if (reading.kind === 'score' && reading.hundredths === 0) zeros.add(item.id);
  }
  const comments = Object.entries(typed.comments).filter(([, text]) => text.trim() !== '');
  return {
    scores,
    comments: Object.fromEntries(comments),
    overall: typed.overall,
    confirmedZeros: typed.confirmedZeros.filter((id) => zeros.has(id)).toSorted(),
  };
}

/** Whether two contents say the same, whatever the order of their keys. */
export function sameContent(one: SheetContent, other: SheetContent): boolean {
  const sorted = (entries: Readonly<Record<string, string | null>>): readonly [string, string][] =>
    Object.entries(entries)
      .flatMap(([id, text]): [string, string][] => (text === null ? [] : [[id, text]]))
      .toSorted(([left], [right]) => (left < right ? -1 : 1));
  const plain = (content: SheetContent): string =>
    JSON.stringify([
      sorted(content.scores),
      sorted(content.comments),
      content.overall,
      content.confirmedZeros.toSorted(),
    ]);
  return plain(one) === plain(other);
}

export type SheetStand = 'not-started' | 'draft' | 'ready';

/** Where an open sheet stands by what is in its fields. */
export function standOf(scheme: CompiledScheme, typed: Typed): SheetStand {
  const scores = scoresOf(scheme, typed);
  const touched = Object.values(typed.texts).some((text) => text.trim() !== '') || typed.overall !== '';
  if (!touched) return 'not-started';
  return scores.includes(null) || openZeros(scheme, typed).length > 0 ? 'draft' : 'ready';
}
