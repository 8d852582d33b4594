import type {
  BoundData,
  HandOverData,
  LettersData,
  NoticeData,
  OpinionFormData,
  RankingData,
  ResultsData,
  RuleCardData,
  ScoreSheetData,
  SignInSheetData,
} from '../../electron/documents/data.ts';
import { authority, frame, minutesOf, resultHash, scheme } from './sample.ts';
import { categories, decimal, enterpriseName, members, sheetOf, sum } from './sample-scores.ts';

export const notice: NoticeData = {
  ...frame,
  title: '关于示例市二手车出口试点企业评审结果的公示',
  number: '',
  opening: [
    '根据《示例市二手车出口企业管理办法（暂行）》的规定，经企业申报、资格审查、材料审核、现场答辩和评审组综合评分，拟确定下列企业为示例市二手车出口试点企业，现予公示。',
  ],
  selected: [0, 1, 2, 3, 4].map((index) => ({
    name: enterpriseName(index),
    creditCode: '91110108551385082Q',
  })),
  closing: [
    '公示时间：2026年3月9日至2026年3月13日（5个工作日）。',
    '公示期间，单位和个人对公示内容有异议的，可以书面形式提出，并写明理由和联系方式；单位提出的应加盖公章，个人提出的应署真实姓名。',
  ],
  contact: {
    department: '示例市商务局外贸科',
    address: '示例市示例路1号',
    telephone: '0000-0000000',
    email: 'notice@example.com',
  },
  issuer: '示例市商务局',
  date: '2026年3月6日',
};

/** Sheets of one member: blank ones, one filled, one recused. */
export function scoreSheets(enterprises: number): ScoreSheetData {
  const member = members[5];
  return {
    ...frame,
    schemeTitle: scheme.title,
    schemeHash: scheme.hash,
    full: '100',
    pages: Array.from({ length: enterprises }, (_, index) => ({
      member: member.name,
      memberOrganisation: member.organisation,
      number: `${index + 1}`.padStart(2, '0'),
      enterprise: enterpriseName(index),
      code: `SL26-06-${`${index + 1}`.padStart(2, '0')}`,
      state: index === 3 ? 'recused' : index === 4 ? 'filled' : 'blank',
      categories: scheme.categories.map(({ name, cap, items }) => ({
        name,
        cap,
        items: items.map((item) => (index === 4 ? { ...item, score: '3.50' } : item)),
      })),
      ...(index === 4 ? { total: '56.00', comment: '示例评语：总体较好。' } : {}),
    })),
  };
}

export const signIn: SignInSheetData = {
  ...frame,
  title: '评审会议签到表',
  time: '2026年3月4日 9:00—17:30',
  place: '示例市商务局三楼会议室',
  matter: '材料审核、现场答辩',
  rows: members.map(({ name, organisation, role, kind }) => ({ name, organisation, role: role ?? kind })),
  spareRows: 6,
};

export const ruleCard: RuleCardData = {
  ...frame,
  scheme,
  basis: minutesOf(1).basis,
  eligibility: [
    { text: '企业注册资本不低于3000万元人民币', article: '第三条第2项' },
    { text: '实缴资本不低于2000万元人民币，或者具备相应的净资产', article: '第三条第2项' },
    { text: '具有进出口经营权', article: '第三条第4项' },
  ],
  rules: minutesOf(1).rules,
  authority,
  authorityAloud: '0312 4711 9920 5566 1043 8827',
};

export const opinionForm: OpinionFormData = {
  ...frame,
  title: '评审意见表',
  pages: minutesOf(4).results.map((row, index) => ({
    number: `${index + 1}`.padStart(2, '0'),
    enterprise: row.name,
    creditCode: '91110108551385082Q',
    rank: row.rank,
    score: row.score,
    members: row.members,
    categories: categories.map(({ name, cap }) => ({ name, cap: `${cap}`, mean: '8.00' })),
    opinion: index === 1 ? '' : (row.opinion ?? ''),
    conclusion: index === 1 ? '—' : row.conclusion,
    status: row.status,
  })),
  signers: members.map(({ name, role }) => ({ name, role: role ?? '成员' })),
};

export const letters: LettersData = {
  ...frame,
  title: '评审结果通知书',
  letters: [0, 1, 2].map((index) => ({
    enterprise: enterpriseName(index),
    order: `0${index + 1}`,
    ...(index === 1 ? { head: { mark: '示例市商务局文件', number: '示商函〔2026〕2号' } } : {}),
    number: `示商函〔2026〕${index + 1}号`,
    title: '评审结果通知书',
    addressee: `${enterpriseName(index)}：`,
    opening: ['你单位申报的示例市二手车出口试点企业评审，经资格审查和评审组评审，评审结论为推荐。'],
    closing: ['特此通知。'],
    issuer: '示例市商务局',
    date: '2026年3月16日',
  })),
};

/** A ranking of so many enterprises. */
export function ranking(enterprises: number): RankingData {
  return {
    ...frame,
    title: '示例市二手车出口试点企业评审结果排名表',
    rows: minutesOf(enterprises).results.map((row) => ({ ...row, remark: row.status ?? '' })),
    rule: '得分为各成员总分的平均值，四舍五入到2位小数。',
    signers: ['组长', '工作人员', '监督人员'],
  };
}

export const handOver: HandOverData = {
  ...frame,
  title: '文件交接登记表',
  rows: [{ name: '评分细则', made: '2026年3月2日' }],
  spareRows: 18,
};

export const everything: BoundData = {
  ...frame,
  title: '示例市二手车出口试点企业评审文件汇编',
  parts: [
    { title: '评审会议纪要', content: { kind: 'minutes', data: minutesOf(3, { signing: 'paper' }) } },
    { title: '公示', content: { kind: 'notice', data: notice } },
    { title: '评分细则', content: { kind: 'rule-card', data: ruleCard } },
    { title: '评审结果排名表', content: { kind: 'ranking', data: ranking(12) } },
    { title: '评审结果通知书', content: { kind: 'letters', data: letters } },
  ],
};

export function results(enterprises: number): ResultsData {
  const minutes = minutesOf(enterprises);
  const items = categories.map(({ name, cap }) => ({
    category: name,
    name: `${name}的总体情况`,
    cap: `${cap}`,
  }));
  return {
    ...frame,
    title: '示例市二手车出口试点企业评审结果',
    categories: categories.map(({ name }) => name),
    weights: categories.map(() => '1'),
    rule: { aggregate: 'mean', places: 2, mode: 'half-up', point: 'end', rankOn: 'exact' },
    items,
    summary: minutes.results.map((row, index) => ({
      ...row,
      number: `${index + 1}`.padStart(2, '0'),
      creditCode: '91110108551385082Q',
      categoryMeans: minutes.annex.enterprises[index]?.average.cells ?? [],
    })),
    details: minutes.annex.enterprises.flatMap((enterprise, index) =>
      members.map((member, seat) => {
        const { scores, state } = sheetOf(index, seat);
        const counted = scores.length > 0;
        return {
          number: `${index + 1}`.padStart(2, '0'),
          enterprise: enterprise.name,
          member: member.name,
          state,
          scores: counted ? scores.map(decimal) : items.map(() => null),
          categories: counted ? scores.map(decimal) : items.map(() => null),
          total: counted ? decimal(sum(scores)) : null,
        };
      }),
    ),
    scheme,
    rules: minutes.rules,
    notes: ['所有企业和人员均为虚构的示例。'],
    resultHash,
    authority,
  };
}
