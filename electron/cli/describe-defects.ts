import type { Text } from '../../shared/text/index.ts';
import type { InputDefect } from './tally-defect.ts';

/** One line a defect: `file: line 3: reason`, by line and then in the order they were found. */
export function describeDefects(
  path: string,
  defects: readonly InputDefect[],
  words: Text,
): readonly string[] {
  return defects
    .map((defect, order) => ({ defect, order }))
    .sort((left, right) => (left.defect.line ?? 0) - (right.defect.line ?? 0) || left.order - right.order)
    .map(({ defect }) => {
      const place =
        defect.line === undefined ? (defect.path ?? '') : words('recount.line', { line: defect.line });
      const reason = printable(words.of(defect.reason, defect.values));
      return [path, place, reason].filter((part) => part !== '').join(': ');
    });
}

/** Input must not steer the terminal or break the line that describes it. */
function printable(text: string): string {
  return text.replaceAll(/\p{C}/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
