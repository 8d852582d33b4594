/** Who is selected, and why. */
export const selection = {
  'selection-in': '入选。',
  'selection-in-by-vote': '名额最后一位同分，经评审组表决入选。',
  'selection-out-by-vote': '名额最后一位同分，经评审组表决未入选。',
  'selection-below-pass-mark': '未达到合格线。',
  'selection-beyond-quota': '名次在名额之外。',
  'selection-open-tie': '名额最后一位同分，等待评审组表决。',
  'selection-ineligible': '不符合准入条件，不能入选。',
  'selection-provisional': '结果暂定，尚不能入选。',
  'selection-no-score': '没有得分。',
  'selection-vote-names': '表决应当恰好列出名额最后一位的全部同分档案，每个一次。',
} as const;
