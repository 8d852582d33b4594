/** 假设分析: for secretary and chair only, off by default. */
export const whatIf = {
  'what-if-about': '假设分析只供参考，不改变结果，不随文件印出。',
  'what-if-mean': '若取全部成员的平均分',
  'what-if-trimmed': '若去掉一份最高和一份最低的评分表再平均',
  'what-if-median': '若取中位数',
  'what-if-without': '若不计 {member} 的评分表',
  'what-if-own-rule': '这就是本评分办法的规则。',
  'what-if-same': '名次不变。',
  'what-if-order': '名次会变，入选的企业不变。',
  'what-if-cut-off': '入选的企业会变。',
  'what-if-first': '第一名会变。',
  'what-if-moved': '{id}：第 {rank} 名，会成为第 {otherRank} 名',
  'what-if-entering': '会入选：{dossiers}',
  'what-if-leaving': '不再入选：{dossiers}',
  'spread-range': '最低 {lowest}，最高 {highest}，相差 {range} 分（占总分 {percent}%）',
  'spread-none': '没有可计入的评分表。',
  'strictness-generous': '{member} 平均比全组高 {shown} 分（{dossiers} 家企业）。',
  'strictness-strict': '{member} 平均与全组相差 {shown} 分，偏严（{dossiers} 家企业）。',
  'strictness-even': '{member} 平均与全组相同（{dossiers} 家企业）。',
  'strictness-not-defined': '{member}：没有与他人共同评过的企业，无法比较。',
  'recusal-check-same': '{upper} 与 {lower}：只看都评过的成员，先后不变（{upperScore}，{lowerScore}）。',
  'recusal-check-reversed':
    '{upper} 与 {lower}：只看都评过的成员，先后相反（{upperScore}，{lowerScore}）。回避或缺席可能影响了名次。',
  'recusal-check-tied': '{upper} 与 {lower}：只看都评过的成员，两者同分（{upperScore}）。',
  'recusal-check-separated':
    '{upper} 与 {lower} 原为同分；只看都评过的成员，可以分出先后（{upperScore}，{lowerScore}）。',
  'recusal-check-nobody': '{upper} 与 {lower}：没有成员两份都评过，无法比较。',
} as const;
