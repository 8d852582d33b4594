import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { parseScore } from '../../../shared/domain/decimal.ts';
import { checkSheet } from '../../../shared/domain/sheet.ts';

/**
 * The score rows of a signed sheet: item id → whole hundredths, one for every item. A sheet is checked again
 * when it is projected, not trusted.
 * @throws AppError `bad-input` with every wrong cell
 */
export function scoreRowsOf(
  scheme: CompiledScheme,
  texts: Readonly<Record<string, string | null>>,
): Record<string, number> {
  const defects = checkSheet(scheme, texts);
  if (defects.length > 0) {
    throw new AppError(
      'bad-input',
      { what: 'opened-sheet' },
      defects.map(({ item, reason }) => ({ path: item, reason })),
    );
  }
  return Object.fromEntries(
    scheme.items.flatMap((item) => {
      const parsed = parseScore(texts[item.id] ?? '', item);
      return parsed.ok ? [[item.id, parsed.hundredths]] : [];
    }),
  );
}
