import { dossierFields } from '../../shared/domain/dossier-fields.ts';

/** Public, valid codes (GB 32100). */
export const codes = [
  '91110108551385082Q',
  '9144030071526726XG',
  '91440300708461136T',
  '914403001922038216',
] as const;

/** A complete and eligible application of a 示例 enterprise, with the given answers changed. */
export function application(changed: Record<string, string | null> = {}): Record<string, string | null> {
  const required = dossierFields.filter((field) => field.required);
  return {
    ...Object.fromEntries(required.map((field) => [field.key, field.example])),
    name: '示例晋通汽车出口有限公司',
    creditCode: codes[0],
    ...changed,
  };
}
