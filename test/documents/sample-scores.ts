/** A fictional review in whole hundredths: 示例 enterprises, members and scores, computed once for all builders. */
export const categories = [
  { name: '企业基本条件', cap: 15 },
  { name: '业务发展规划', cap: 10 },
  { name: '车源整合能力', cap: 15 },
  { name: '配套服务企业', cap: 10 },
  { name: '海外贸易渠道', cap: 15 },
  { name: '配件供应及售后服务保障', cap: 15 },
  { name: '二手车交易和质量信息追溯', cap: 10 },
  { name: '外贸新业态拓展', cap: 10 },
] as const;

export const members = [
  { name: '示例甲镕', organisation: '示例市商务局', kind: '部门代表', title: '副局长', role: '组长' },
  { name: '示例乙喆', organisation: '示例市公安局', kind: '部门代表', title: '支队长', role: '副组长' },
  { name: '示例丙䶮', organisation: '示例海关', kind: '部门代表', title: '科长', role: undefined },
  { name: '示例丁𬭎', organisation: '示例理工大学', kind: '行业专家', title: '教授', role: undefined },
  {
    name: '示例戊㛃',
    organisation: '示例汽车流通协会',
    kind: '行业专家',
    title: '高级工程师',
    role: undefined,
  },
  {
    name: '示例己堃',
    organisation: '示例会计师事务所',
    kind: '行业专家',
    title: '注册会计师',
    role: undefined,
  },
  {
    name: '示例庚犇',
    organisation: '示例国际物流研究院',
    kind: '行业专家',
    title: '研究员',
    role: undefined,
  },
] as const;

const stems = '晋龙海通恒达瑞丰远航博众华腾金桥鑫盛中原天成';

/** Names of different lengths, as in life. */
export function enterpriseName(index: number): string {
  const stem = stems.slice((index * 2) % stems.length, ((index * 2) % stems.length) + 2);
  const kinds = ['汽车贸易有限公司', '国际供应链管理有限责任公司', '二手车出口股份有限公司'] as const;
  const turn = index >= stems.length / 2 ? `第${index}` : '';
  return `示例${stem}${turn}${kinds[index % 3] ?? kinds[0]}`;
}

export interface Sheet {
  readonly state: '电子' | '纸质' | '回避' | '缺席';
  /** Hundredths, one a category; empty when recused or absent. */
  readonly scores: readonly number[];
}

/** Deterministic sheets: one recusal, one absence, two on paper. */
export function sheetOf(enterprise: number, member: number): Sheet {
  if (enterprise === 3 && member === 5) return { state: '回避', scores: [] };
  if (enterprise === 7 && member === 6) return { state: '缺席', scores: [] };
  const scores = categories.map(({ cap }, index) => {
    const lost = (enterprise * 7 + member * 5 + index * 3) % 9;
    return cap * 100 - lost * 25 - enterprise * 5;
  });
  return { state: enterprise < 2 && member === 4 ? '纸质' : '电子', scores };
}

export function decimal(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  return `${whole}.${`${hundredths % 100}`.padStart(2, '0')}`;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Mean in hundredths, half up. */
export function mean(values: readonly number[]): number {
  return Math.floor((2 * sum(values) + values.length) / (2 * values.length));
}
