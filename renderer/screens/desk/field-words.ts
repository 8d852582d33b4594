import { dossierFields as knownFields } from '../../../shared/domain/dossier-fields.ts';
import type { DossierField, DossierFieldGroup, LocalText } from '../../../shared/domain/dossier-fields.ts';
import type { DossierFields } from '../../../shared/schema/dossier.ts';
import type { Text } from '../../../shared/text/index.ts';
import { dateWords, groupDigits } from '../../components/plain-words.ts';

export interface FactLine {
  readonly key: string;
  readonly label: string;
  readonly words: string;
}

export interface FactGroup {
  readonly group: DossierFieldGroup;
  readonly lines: readonly FactLine[];
}

function local(t: Text, text: LocalText): string {
  return t.language === 'en' ? text.en : text.zh;
}

/** A stored value as people read it. */
export function factWords(t: Text, field: DossierField, value: string): string {
  const choice = field.choices?.find((each) => each.value === value);
  if (choice !== undefined) return local(t, choice.label);
  if (field.kind === 'capital') return t('word.tenThousandYuan', { amount: groupDigits(value) });
  if (field.kind === 'date') return dateWords(t, value);
  return field.unit === undefined ? value : `${value} ${local(t, field.unit)}`;
}

/** What the application says, grouped, without what was left empty. The plan comes first: it is judged most. */
export function factGroups(t: Text, fields: DossierFields): readonly FactGroup[] {
  const groups = [...new Set(knownFields.map(({ group }) => group))];
  const order = [
    ...groups.filter((group) => group === 'plan'),
    ...groups.filter((group) => group !== 'plan'),
  ];
  return order
    .map((group) => ({
      group,
      lines: knownFields
        .filter((field) => field.group === group)
        .flatMap((field): FactLine[] => {
          const value = fields[field.key] ?? null;
          if (value === null || value === '') return [];
          return [{ key: field.key, label: local(t, field.label), words: factWords(t, field, value) }];
        }),
    }))
    .filter(({ lines }) => lines.length > 0);
}
