import type { CompiledSelection, SchemeProblem } from './compiled-scheme.ts';
import { parseDecimal } from './decimal.ts';
import { compare, exactDecimal, type Fraction } from './fraction.ts';
import type { SelectionRule } from './scheme.ts';

/** Pass mark and quota read; null when the scheme sets neither. Defects are collected, never thrown. */
export function compileSelection(
  rule: SelectionRule | undefined,
  total: Fraction,
  problems: SchemeProblem[],
): CompiledSelection | null {
  const quota = rule?.quota ?? null;
  if (quota !== null && !(Number.isSafeInteger(quota) && quota >= 1)) {
    problems.push({ path: 'selection.quota', reason: 'scheme-quota' });
  }
  const passMark = compilePassMark(rule?.passMark, total, problems);
  return quota === null && passMark === null ? null : { passMark, quota };
}

function compilePassMark(
  text: string | undefined,
  total: Fraction,
  problems: SchemeProblem[],
): Fraction | null {
  if (text === undefined) return null;
  const path = 'selection.passMark';
  const passMark = parseDecimal(text);
  if (passMark === null) problems.push({ path, reason: 'scheme-decimal', values: { text } });
  // An unreadable total has its own problem and is 0 here.
  else if (total.numerator !== 0n && compare(passMark, total) > 0) {
    const values = { passMark: text, total: exactDecimal(total) };
    problems.push({ path, reason: 'scheme-pass-mark-over-total', values });
  }
  return passMark;
}
