/** Why a score, code or amount is refused. */
export const score = {
  'score-blank': '还没有打分；空白不是零分。',
  'score-not-a-number': '「{score}」不是分数，请用数字，最多两位小数。',
  'score-decimals': '「{score}」超过两位小数。',
  'score-over-cap': '「{score}」超过满分 {cap}。',
  'score-off-step': '「{score}」不符合打分间隔 {step}。',
  'score-unknown-item': '评分办法中没有评分项「{item}」。',
  'sheet-not-member': '「{member}」不是本次评审组成员。',
  'sheet-recused': '{member} 对 {dossier} 已回避，不能有评分表。',
  'code-length': '应为 {expected} 位，现为 {length} 位。',
  'code-character': '第 {place} 位「{character}」不是允许的字符。',
  'code-check-digit': '第 {place} 位校验码不符：现为「{found}」，应为「{expected}」。',
  'money-blank': '没有填写金额。',
  'money-negative': '「{text}」是负数。',
  'money-chinese-numerals': '「{text}」用了中文数字，请改写为阿拉伯数字。',
  'money-currency': '「{text}」是外币，请换算为人民币万元。',
  'money-not-understood': '看不懂金额「{text}」，请写成以万元为单位的数字。',
} as const;
