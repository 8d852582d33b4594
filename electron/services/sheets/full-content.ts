import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { checkSheet } from '../../../shared/domain/sheet.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import { normaliseContent } from './desk-drafts.ts';

/** A sheet sent as a whole, canonical. @throws AppError `bad-input` with every wrong or blank cell */
export function fullContent(scheme: CompiledScheme, sent: SheetContent): SheetContent {
  const content = normaliseContent(scheme, sent);
  const places = checkSheet(scheme, content.scores).map(({ item, reason, values }) => ({
    path: item,
    reason,
    values: { ...values, item },
  }));
  if (places.length > 0) throw new AppError('bad-input', { what: 'sheet' }, places);
  return content;
}
