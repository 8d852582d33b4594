import { showFieldValue } from '../../../shared/domain/dossier-choices.ts';
import type { DossierField } from '../../../shared/domain/dossier-fields.ts';
import type { Text } from '../../../shared/text/index.ts';
import { dateWords, groupDigits } from '../../components/plain-words.ts';

/** The label of a field in the person's language. */
export function fieldLabel(t: Text, field: DossierField): string {
  return field.label[t.language === 'en' ? 'en' : 'zh'];
}

/** A canonical value in words: 3,000 万元, 2019年5月20日, 企业; "" for an absent one. */
export function valueWords(t: Text, field: DossierField, value: string | null): string {
  if (value === null || value === '') return '';
  if (field.kind === 'capital') return t('word.tenThousandYuan', { amount: groupDigits(value) });
  if (field.kind === 'date') return dateWords(t, value);
  return showFieldValue(field, value, t.language === 'en' ? 'en' : 'zh');
}
