import type { CompiledScheme } from '../../shared/domain/compiled-scheme.ts';

/** Half points of a sheet's total, best first, with what a member would write. */
const overall: readonly (readonly [number, string])[] = [
  [180, '综合实力强，规划清楚，海外渠道稳定，具备开展二手车出口业务的条件。'],
  [166, '基础较好，车源和售后安排可行，建议加快海外配件备货。'],
  [150, '条件总体具备，海外渠道和售后服务有待加强。'],
  [136, '具备一定基础，但出口目标依据不足，配套服务协议尚需落实。'],
  [0, '基础薄弱，海外渠道和售后保障不足，建议条件成熟后再申报。'],
];

const weak: Readonly<Record<string, string>> = {
  basic: '资本规模偏小，抗风险能力需关注。',
  plan: '计划较笼统，缺少分年度安排。',
  sourcing: '车源渠道单一，连续性需提供佐证。',
  service: '合作协议多为意向，尚未正式签订。',
  overseas: '海外客户以意向为主，渠道稳定性不足。',
  aftersales: '维修网点和配件备货安排不够具体。',
  trace: '溯源系统尚在建设。',
  newforms: '新业态拓展仅有设想。',
};

/** The closing comment of a sheet by its total in half points. */
export function overallComment(total: number, isOutlier: boolean): string {
  const words = overall.find(([least]) => total >= least)?.[1] ?? '';
  return isOutlier ? `${words}财务报表附注与答辩说明不一致，故评分较低，已在会上说明。` : words;
}

/** A remark on the weakest item, where it got less than six tenths of its cap. */
export function itemComment(
  scheme: CompiledScheme,
  halves: readonly number[],
  isOutlier: boolean,
): Record<string, string> {
  const below = scheme.items.filter((item, index) => (halves[index] ?? 0) * 500 < item.cap * 6);
  const item = isOutlier ? scheme.items[1] : below[0];
  const category = item ? scheme.categories[item.category] : undefined;
  if (!item || !category) return {};
  const words = isOutlier ? '应收账款占比高，附注披露与答辩说明不一致。' : weak[category.id];
  return words === undefined ? {} : { [item.id]: words };
}
