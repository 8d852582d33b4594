import type { CompiledItem } from '../../../shared/domain/compiled-scheme.ts';
import {
  foldDigits,
  formatHundredths,
  parseScore,
  type Hundredths,
  type ScoreDefect,
} from '../../../shared/domain/decimal.ts';

/** What a field holds: nothing, a score of the item, or a text that is none. */
export type CellReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'score'; readonly hundredths: Hundredths; readonly text: string }
  | { readonly kind: 'wrong'; readonly defect: ScoreDefect };

/** Reads a field as typed or pasted. Spaces around it are a slip of the hand; inside it they are wrong. */
export function readCell(typed: string, item: Pick<CompiledItem, 'cap' | 'step'>): CellReading {
  const text = foldDigits(typed.trim());
  if (text === '') return { kind: 'blank' };
  const parsed = parseScore(text, item);
  return parsed.ok
    ? { kind: 'score', hundredths: parsed.hundredths, text: formatHundredths(parsed.hundredths) }
    : { kind: 'wrong', defect: parsed };
}

/** The text a field shows once it is left: a score in its shortest form, anything else as typed. */
export function tidyCell(typed: string, item: Pick<CompiledItem, 'cap' | 'step'>): string {
  const reading = readCell(typed, item);
  if (reading.kind === 'blank') return '';
  return reading.kind === 'score' ? reading.text : typed;
}

/** True while a text may still become a score by typing on (`7.`, or `7.2` on the way to `7.25`). */
export function isUnfinished(typed: string, defect: ScoreDefect): boolean {
  return defect.reason === 'score-off-step' || /^\d+\.$/u.test(foldDigits(typed.trim()));
}
