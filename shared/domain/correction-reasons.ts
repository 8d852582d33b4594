/**
 * Grounds on which a score may be corrected after the tally: 财政部令第87号 art. 64, as a model only (参照).
 * The scheme may name others; these are the default.
 */
export const correctionReasons = [
  '分值汇总计算错误',
  '分项评分超出评分标准范围',
  '评审组成员对客观评审因素评分不一致',
  '经评审组认定评分畸高、畸低',
] as const;
