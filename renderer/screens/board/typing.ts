import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { foldDigits, parseScore } from '../../../shared/domain/decimal.ts';
import type { ScoreDefect } from '../../../shared/domain/decimal.ts';
import { exactDecimal } from '../../../shared/domain/fraction.ts';
import { sheetState } from '../../../shared/domain/sheet.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';

/** What is typed so far, by item id. A blank is empty text and never a zero. */
export type Typed = Readonly<Record<string, string>>;

export interface TypedState {
  /** Running total of what can be read. */
  readonly total: string;
  /** Items without a score, and items whose text isn't a score, by id. */
  readonly blanks: readonly string[];
  readonly wrong: ReadonlyMap<string, ScoreDefect>;
}

/** Outer spaces go, full-width digits become plain ones; nothing else is changed. */
export function cleaned(text: string): string {
  return foldDigits(text.trim());
}

export function typedState(scheme: CompiledScheme, typed: Typed): TypedState {
  const wrong = new Map<string, ScoreDefect>();
  const scores = scheme.items.map((item) => {
    const text = cleaned(typed[item.id] ?? '');
    if (text === '') return null;
    const parsed = parseScore(text, item);
    if (parsed.ok) return parsed.hundredths;
    wrong.set(item.id, parsed);
    return null;
  });
  const state = sheetState(scheme, scores);
  const blanks = state.blanks.filter((id) => !wrong.has(id));
  return { total: exactDecimal(state.total), blanks, wrong };
}

/** The typed sheet as the contract takes it; zeros stand on the paper, so nothing has to confirm them. */
export function typedContent(scheme: CompiledScheme, typed: Typed, overall: string): SheetContent {
  const scores = scheme.items.map(({ id }): [string, string | null] => {
    const text = cleaned(typed[id] ?? '');
    return [id, text === '' ? null : text];
  });
  const zeros = scheme.items.filter((item) => {
    const parsed = parseScore(cleaned(typed[item.id] ?? ''), item);
    return parsed.ok && parsed.hundredths === 0;
  });
  return {
    scores: Object.fromEntries(scores),
    comments: {},
    overall,
    confirmedZeros: zeros.map(({ id }) => id),
  };
}

/** Items by id in words, in the order of the scheme. */
export function itemNames(scheme: CompiledScheme, ids: readonly string[]): readonly string[] {
  return scheme.items.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
}
