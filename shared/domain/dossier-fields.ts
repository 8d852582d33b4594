import { hasRecord, how, say, whose, yesNo } from './dossier-choices.ts';
import type { DossierField, DossierFieldGroup, LocalText } from './dossier-field.ts';

export type {
  DossierField,
  DossierFieldGroup,
  DossierFieldKind,
  DossierFields,
  FieldChoice,
  LocalText,
} from './dossier-field.ts';

type Extra = Partial<Omit<DossierField, 'key' | 'label' | 'group' | 'hint'>>;

const wan: LocalText = { zh: '万元', en: '10,000 yuan' };

const answersYes: Extra = { kind: 'yes-no', choices: yesNo, favourable: ['yes'], required: true };
const answersClear: Extra = { kind: 'yes-no', choices: hasRecord, favourable: ['no'], required: true };
const answersWhose: Extra = {
  kind: 'choice',
  choices: whose,
  favourable: ['enterprise', 'investor', 'both'],
  required: true,
};
const answersHow: Extra = {
  kind: 'choice',
  choices: how,
  favourable: ['own', 'cooperative', 'both'],
  required: true,
};
const long: Extra = { kind: 'long-text' };

function field(
  group: DossierFieldGroup,
  key: string,
  zh: string,
  en: string,
  hint: LocalText,
  example: string,
  extra: Extra = {},
): DossierField {
  return { kind: 'text', required: false, ...extra, key, label: { zh, en }, group, hint, example };
}

/**
 * Every field of an application, in the order of the template. Sources: seed 001 art. 3 and 4, seed 003
 * part 二; the last plan fields follow the eight scoring aspects of seed 001 art. 5(4).
 */
export const dossierFields: readonly DossierField[] = [
  field('identity', 'name', '企业名称', 'Enterprise', say.name, '示例某某汽车贸易有限公司', {
    required: true,
    aliases: ['申请企业', '申报企业', '单位名称'],
  }),
  field('identity', 'creditCode', '统一社会信用代码', 'Credit code', say.code, '91140100MA0EXAMP08', {
    kind: 'code',
    required: true,
    aliases: ['信用代码', '社会信用代码'],
  }),
  field('identity', 'registeredAddress', '注册地址', 'Registered address', say.name, '太原市示例路1号', {
    required: true,
    aliases: ['住所', '企业住所'],
  }),
  field('identity', 'establishedOn', '成立日期', 'Established on', say.date, '2019-05-20', {
    kind: 'date',
    required: true,
  }),
  field('identity', 'legalRepresentative', '法定代表人', 'Legal representative', say.name, '张示例', {
    required: true,
    aliases: ['法人代表', '法人'],
  }),
  field(
    'identity',
    'registeredInCity',
    '是否在本市注册',
    'Registered in this city',
    say.yesNo,
    '是',
    answersYes,
  ),
  field(
    'identity',
    'legalPerson',
    '是否具有独立法人资格',
    'Independent legal person',
    say.yesNo,
    '是',
    answersYes,
  ),
  field('capital', 'registeredCapital', '注册资本', 'Registered capital', say.capital, '5000', {
    kind: 'capital',
    unit: wan,
    required: true,
  }),
  field('capital', 'paidInCapital', '实缴资本', 'Paid-in capital', say.capital, '3000', {
    kind: 'capital',
    unit: wan,
    required: true,
    aliases: ['实收资本'],
  }),
  field('capital', 'netAssets', '净资产', 'Net assets', say.capital, '', { kind: 'capital', unit: wan }),
  field('trade', 'importExportRight', '是否具有进出口经营权', 'Import and export right', say.yesNo, '是', {
    ...answersYes,
    aliases: ['进出口经营权'],
  }),
  field(
    'trade',
    'tradeExperience',
    '对外贸易相关经验',
    'Foreign trade experience',
    say.whose,
    '企业',
    answersWhose,
  ),
  field('trade', 'experienceYears', '从业年限', 'Years of experience', say.short, '5', {
    kind: 'number',
    unit: { zh: '年', en: 'years' },
  }),
  field('trade', 'sourcing', '车源整合能力', 'Vehicle sourcing', say.whose, '企业', {
    ...answersWhose,
    aliases: ['二手车车源整合能力'],
  }),
  field(
    'trade',
    'sourcingDetail',
    '车源整合能力说明',
    'Sourcing, in words',
    say.words,
    '与本地交易市场长期合作',
    long,
  ),
  field('trade', 'overseasChannel', '海外贸易渠道', 'Overseas channel', say.whose, '企业', answersWhose),
  field(
    'trade',
    'overseasChannelDetail',
    '海外贸易渠道说明',
    'Channel, in words',
    say.words,
    '面向中亚市场',
    long,
  ),
  field(
    'trade',
    'partsSupply',
    '维修及零配件供应体系',
    'Repair and parts supply',
    say.how,
    '合作',
    answersHow,
  ),
  field(
    'trade',
    'partsSupplyDetail',
    '维修及零配件供应体系说明',
    'Parts, in words',
    say.words,
    '合作维修站两处',
    long,
  ),
  field('trade', 'destinationPolicy', '出口目的国政策了解情况', 'Knowledge of policies', say.words, '', long),
  field('trade', 'investorName', '投资方名称', 'Investor', say.investor, ''),
  field('trade', 'investorCode', '投资方统一社会信用代码', "Investor's credit code", say.investor, '', {
    kind: 'code',
    aliases: ['投资方信用代码'],
  }),
  field('preference', 'overseasOutlet', '海外自有网点', 'Own overseas outlet', say.record, '无', {
    kind: 'yes-no',
    choices: hasRecord,
    favourable: ['yes'],
    aliases: ['是否有海外自有网点'],
  }),
  field(
    'preference',
    'logisticsPlatform',
    '国际物流园区或中欧班列平台',
    'Logistics platform',
    say.record,
    '无',
    {
      kind: 'yes-no',
      choices: hasRecord,
      favourable: ['yes'],
      aliases: ['国际物流园区/中欧班列平台', '国际物流园区、中欧班列等平台'],
    },
  ),
  field('preference', 'preferenceDetail', '优先条件说明', 'Preference, in words', say.words, '', long),
  field('record', 'violations', '近2年违法违规记录', 'Violations in two years', say.record, '无', {
    ...answersClear,
    aliases: ['近二年违法违规记录', '近两年违法违规记录'],
  }),
  field(
    'record',
    'badCredit',
    '会计纳税信用不良记录',
    'Bad accounting, tax or credit record',
    say.record,
    '无',
    {
      ...answersClear,
      aliases: ['会计、纳税和银行信用不良记录'],
    },
  ),
  field('record', 'fiscalArrears', '拖欠财政性资金', 'Unpaid fiscal funds', say.record, '无', answersClear),
  field(
    'record',
    'financialStanding',
    '财务管理与经营状况',
    'Financial standing',
    say.words,
    '制度健全，盈利',
    long,
  ),
  field('plan', 'investmentPlan', '投资计划', 'Investment plan', say.words, '三年投入1500万元', {
    ...long,
    required: true,
  }),
  field('plan', 'businessModel', '经营模式', 'Business model', say.words, '自营出口，一车一档', {
    ...long,
    required: true,
  }),
  field('plan', 'exportTarget', '出口目标', 'Export target', say.words, '首年出口300辆', {
    ...long,
    required: true,
  }),
  field('plan', 'supportingServices', '配套服务企业', 'Supporting enterprises', say.words, '', long),
  field('plan', 'traceability', '交易和质量信息追溯', 'Traceability', say.words, '', long),
  field('plan', 'newFormats', '外贸新业态拓展', 'New forms of trade', say.words, '', long),
  field('contact', 'contactName', '联系人', 'Contact', say.short, '李示例', { required: true }),
  field('contact', 'contactPhone', '联系电话', 'Telephone', say.short, '0351-0000000', {
    required: true,
    aliases: ['电话', '手机'],
  }),
  field('district', 'districtBureau', '初审单位', 'District bureau', say.short, ''),
  field('district', 'districtOpinion', '初审意见', 'District opinion', say.words, '', long),
];

const byKey: ReadonlyMap<string, DossierField> = new Map(dossierFields.map((entry) => [entry.key, entry]));

/** The field with this key, or undefined. */
export function findDossierField(key: string): DossierField | undefined {
  return byKey.get(key);
}
