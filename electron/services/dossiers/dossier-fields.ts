import { AppError, type ProblemPlace } from '../../../shared/api/problem.ts';
import {
  dossierFields,
  findDossierField,
  type DossierFields,
} from '../../../shared/domain/dossier-fields.ts';
import { checkDossierFields, parseField } from '../../../shared/domain/parse-field.ts';
import type { DossierContent } from '../../database/dossiers.ts';

/** A field that the given input doesn't name keeps its known value. Answers every field of the catalogue. */
export function readFields(given: DossierFields, known: DossierFields): DossierFields {
  const places: ProblemPlace[] = Object.keys(given)
    .filter((key) => findDossierField(key) === undefined)
    .map((key) => ({ path: key, reason: 'field-unknown' }));
  const fields: Record<string, string | null> = {};
  for (const field of dossierFields) {
    const text = Object.hasOwn(given, field.key) ? given[field.key] : known[field.key];
    const result = parseField(field, text ?? '');
    fields[field.key] = result.ok ? result.value : null;
    if (!result.ok) places.push({ path: field.key, reason: result.reason, values: result.values });
  }
  const named = new Set(places.map(({ path }) => path));
  for (const { key, reason, values } of checkDossierFields(fields)) {
    if (!named.has(key)) places.push({ path: key, reason, values });
  }
  if (places.length > 0) throw new AppError('bad-input', { places: places.length }, places);
  return fields;
}

/** Name and code stand in columns of their own, so that the database keeps the code unique. */
export function contentOf(fields: DossierFields): DossierContent {
  return {
    name: fields['name'] ?? '',
    credit_code: fields['creditCode'] ?? '',
    fields: JSON.stringify(fields),
  };
}

export function changedKeys(before: DossierFields, after: DossierFields): string[] {
  return dossierFields.map(({ key }) => key).filter((key) => (before[key] ?? null) !== (after[key] ?? null));
}

/** For the record: 注册资本、实缴资本. */
export function labelsOf(keys: readonly string[]): string {
  return keys.map((key) => findDossierField(key)?.label.zh ?? key).join('、');
}
