import type { DossierField, FieldChoice } from './dossier-field.ts';

/** A plain question. */
export const yesNo: readonly FieldChoice[] = [
  { value: 'yes', label: { zh: '是', en: 'Yes' }, aliases: ['有', '具备', '具有', 'yes', 'y', '√', '✓'] },
  { value: 'no', label: { zh: '否', en: 'No' }, aliases: ['无', '没有', '不具备', '不是', 'no', 'n', '×'] },
];

/** For records (记录): 有 is the bad answer, 无 the good one. */
export const hasRecord: readonly FieldChoice[] = [
  { value: 'yes', label: { zh: '有', en: 'Yes' }, aliases: ['是', '存在', 'yes', 'y'] },
  { value: 'no', label: { zh: '无', en: 'None' }, aliases: ['没有', '否', '未发现', 'no', 'n', 'none'] },
];

/** Seed 001 art. 3(3): the enterprise's own or its investor's. */
export const whose: readonly FieldChoice[] = [
  { value: 'enterprise', label: { zh: '企业', en: 'The enterprise' }, aliases: ['本企业', '申请企业', '是'] },
  { value: 'investor', label: { zh: '投资方', en: 'Its investor' }, aliases: ['企业投资方', '股东'] },
  { value: 'both', label: { zh: '企业和投资方', en: 'Both' }, aliases: ['企业及投资方', '均有', '两者'] },
  { value: 'none', label: { zh: '无', en: 'None' }, aliases: ['没有', '否', '不具备'] },
];

/** Seed 001 art. 3(4): built alone or together with others. */
export const how: readonly FieldChoice[] = [
  { value: 'own', label: { zh: '自建', en: 'Own' }, aliases: ['自有', '自营'] },
  { value: 'cooperative', label: { zh: '合作', en: 'Cooperative' }, aliases: ['合作建立', '委托合作'] },
  { value: 'both', label: { zh: '自建和合作', en: 'Both' }, aliases: ['自建及合作', '自建与合作'] },
  { value: 'none', label: { zh: '无', en: 'None' }, aliases: ['没有', '否'] },
];

/** What a person reads for a canonical value: 是 / 企业 / 3000 万元; an absent value reads as "". */
export function showFieldValue(
  field: DossierField,
  value: string | null,
  language: 'zh' | 'en' = 'zh',
): string {
  if (value === null) return '';
  const choice = field.choices?.find((entry) => entry.value === value);
  if (choice) return choice.label[language];
  return field.unit ? `${value} ${field.unit[language]}` : value;
}
