/** Random draw of industry experts. */
export const draw = {
  'draw-seed-empty': '缺少随机种子。',
  'draw-seed-long': '随机种子最多 {most} 个字符。',
  'draw-control-character': '不能含换行、其他控制字符或半个字符。',
  'draw-id-empty': '编号是空的。',
  'draw-id-repeated': '编号「{id}」重复。',
  'draw-field-empty': '「{id}」没有专业。',
  'draw-no-quota': '没有写明各专业抽取的人数。',
  'draw-quota': '「{field}」的人数应为不小于 1 的整数。',
  'draw-quota-form': '「{text}」应写成 专业:人数。',
  'draw-field-repeated': '专业「{field}」重复。',
  'draw-field-unknown': '专家库中没有专业「{field}」的人。',
  'draw-too-few': '「{field}」要抽 {quota} 人，可抽的只有 {available} 人。',
  'draw-excluded-unknown': '应回避的「{id}」不在专家库中。',
  'draw-excluded-repeated': '应回避的「{id}」重复。',
} as const;
