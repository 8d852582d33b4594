/** How far the members agree; for secretary and chair only. */
export const agreement = {
  'agreement-kendall-w': '肯德尔和谐系数 W（排序是否一致）：{shown}',
  'agreement-icc-single': '组内相关系数，单人（一名成员的评分有多可靠）：{shown}',
  'agreement-icc-average': '组内相关系数，全组（平均分有多可靠）：{shown}',
  'agreement-how-to-read':
    'W 从 0 到 1：0 表示各人排序互不相关，1 表示各人排序完全相同。组内相关系数越接近 1，分数差别越是来自企业之间的差别，而不是评分人之间的差别。意见不一致不等于评分有错。',
  'agreement-basis': '按 {members} 名成员都评过的 {dossiers} 家企业计算。',
  'agreement-left-out': '未计入（不是每名成员都评过）：{dossiers}',
  'agreement-high': '意见高度一致。',
  'agreement-good': '意见较为一致。',
  'agreement-moderate': '意见一致程度一般，宜在评议时说明分歧。',
  'agreement-low': '意见分歧较大，宜在评议时逐项讨论。',
  'agreement-opposed': '意见相互抵触：成员之间的差别大于企业之间的差别。',
  'agreement-one-member': '无法计算：只有一名成员，或者没有评分表。',
  'agreement-no-common-dossier': '无法计算：没有一家企业是每名成员都评过的。',
  'agreement-one-dossier': '无法计算：只有一家可比较的企业。',
  'agreement-all-equal': '无法计算：评分全部相同，没有可比较的差别。',
  'agreement-no-meaning': '无法计算：评分中只有成员之间的分歧，公式没有意义。',
} as const;
