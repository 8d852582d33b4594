import { dossierFields } from '../../../shared/domain/dossier-fields.ts';
import type {
  DossierField,
  DossierFieldGroup,
  DossierFields,
} from '../../../shared/domain/dossier-fields.ts';
import { checkDossierFields, parseField } from '../../../shared/domain/parse-field.ts';

/** What stands in the inputs, by field key. */
export type FormValues = Readonly<Record<string, string>>;

export interface WrongField {
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface FieldGroup {
  readonly group: DossierFieldGroup;
  readonly fields: readonly DossierField[];
}

/** The catalogue in its own order, one entry a group. */
export function fieldGroups(): readonly FieldGroup[] {
  const groups = [...new Set(dossierFields.map(({ group }) => group))];
  return groups.map((group) => ({ group, fields: dossierFields.filter((field) => field.group === group) }));
}

/** The inputs of a stored dossier; an absent value is an empty input. */
export function startValues(fields: DossierFields): FormValues {
  return Object.fromEntries(dossierFields.map(({ key }) => [key, fields[key] ?? '']));
}

/** What is sent: every field, an empty input as null. The backend reads the texts itself. */
export function sentFields(values: FormValues): Record<string, string | null> {
  return Object.fromEntries(
    dossierFields.map(({ key }) => {
      const text = (values[key] ?? '').trim();
      return [key, text === '' ? null : text];
    }),
  );
}

/** The canonical value where the text was understood in another form, e.g. 3000 for "3000万元". */
export function understoodAs(field: DossierField, text: string): string | null {
  if (text.trim() === '') return null;
  const result = parseField(field, text);
  return result.ok && result.interpreted === true ? result.value : null;
}

/**
 * What is wrong in one input on leaving it. A required one that was emptied is wrong at once; one that was
 * never filled only when the whole form is saved.
 */
export function wrongInput(field: DossierField, before: string, text: string): WrongField | null {
  if (text.trim() === '') {
    return field.required && before !== '' ? { reason: 'field-required', values: {} } : null;
  }
  const result = parseField(field, text);
  return result.ok ? null : { reason: result.reason, values: result.values };
}

/** Every wrong field of the whole form in its order, required and investor's ones included. */
export function wrongFields(values: FormValues): ReadonlyMap<string, WrongField> {
  const canonical: Record<string, string | null> = {};
  const wrong = new Map<string, WrongField>();
  for (const field of dossierFields) {
    const result = parseField(field, values[field.key] ?? '');
    canonical[field.key] = result.ok ? result.value : null;
    if (!result.ok) wrong.set(field.key, { reason: result.reason, values: result.values });
  }
  for (const { key, reason, values: given } of checkDossierFields(canonical)) {
    if (!wrong.has(key)) wrong.set(key, { reason, values: given });
  }
  const place = new Map(dossierFields.map(({ key }, index) => [key, index]));
  return new Map([...wrong].sort(([one], [other]) => (place.get(one) ?? 0) - (place.get(other) ?? 0)));
}

/** True when something was typed that isn't stored. */
export function isDirty(start: FormValues, values: FormValues): boolean {
  return dossierFields.some(({ key }) => (start[key] ?? '') !== (values[key] ?? ''));
}
