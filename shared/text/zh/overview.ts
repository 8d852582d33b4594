/** 概览 of a review: its facts, its phases, its record. */
export const overview = {
  'overview.organiser': '组织单位',
  'overview.counts': '数量',
  'overview.countsText':
    '申报企业 {dossiers} 家（通过资格审查 {eligible} 家），评审组成员 {members} 人，评分表 {received} / {expected}',
  'overview.schemeHash': '评分办法校验值',
  'overview.rosterHash': '评审组名册校验值',
  'overview.authority': '本项目签发公钥指纹',
  'overview.resultHash': '结果校验值',
  'overview.notYet': '尚未生成',
  'overview.advance': '进入“{phase}”',
  'overview.back': '退回“{phase}”',
  'overview.backTitle': '退回“{phase}”',
  'overview.backText': '退回作为一项记录永久保存，须写明理由。',
  'overview.backReason': '理由',
  'overview.record': '办理记录',
  'overview.recordSeq': '序号',
  'overview.recordWhen': '时间',
  'overview.recordWhat': '事项',
  'overview.recordWho': '办理人',
  'overview.recordHash': '校验值',
  'overview.recordOther': '其他事项',
} as const;
