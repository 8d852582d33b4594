import type { DossierField, FieldChoice, LocalText } from './dossier-field.ts';

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

/** How to fill a cell (填表说明). */
export const say = {
  name: { zh: '与营业执照一致', en: 'As on the business licence' },
  code: { zh: '18 位，末位为校验码', en: '18 characters, the last is a check character' },
  date: { zh: '如 2019-05-20', en: 'Such as 2019-05-20' },
  capital: { zh: '以万元为单位，只填数字', en: 'In units of 10,000 yuan, digits only' },
  yesNo: { zh: '填“是”或“否”', en: 'Answer 是 or 否' },
  record: { zh: '填“有”或“无”', en: 'Answer 有 or 无' },
  whose: { zh: '填“企业”“投资方”“企业和投资方”或“无”', en: 'Answer 企业, 投资方, 企业和投资方 or 无' },
  how: { zh: '填“自建”“合作”“自建和合作”或“无”', en: 'Answer 自建, 合作, 自建和合作 or 无' },
  investor: { zh: '以投资方条件申报的必填', en: 'Required where the investor is relied upon' },
  words: { zh: '文字说明，可换行', en: 'In words' },
  short: { zh: '文字', en: 'Text' },
} as const satisfies Record<string, LocalText>;

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
