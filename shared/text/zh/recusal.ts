/** 回避声明: a bare list of names, declared once. */
export const recusal = {
  'recusal.title': '回避声明',
  'recusal.pledge': '回避承诺',
  'recusal.pledgeText':
    '本人与下列申报企业及其投资方、法定代表人、主要管理人员如有任职、持股、亲属、业务往来或其他可能影响公正评审的关系，如实声明回避，不查看其材料，不参加对其评分。其余企业，本人独立、公正评分，并对评审内容保密。',
  'recusal.before': '声明之前不显示任何申报材料，下面只有企业名称。',
  'recusal.list': '申报企业名单',
  'recusal.number': '序号',
  'recusal.name': '企业名称',
  'recusal.recuse': '回避',
  'recusal.reason': '回避理由',
  'recusal.reasonFor': '对“{name}”的回避理由',
  'recusal.recuseFor': '回避“{name}”',
  'recusal.reasonHint': '例如：曾任该企业顾问',
  'recusal.reasonMissing': '请写明理由。',
  'recusal.declare': '提交声明',
  'recusal.confirmTitle': '提交回避声明',
  'recusal.confirmNone': '您声明与全部 {total} 家申报企业均无需要回避的关系。提交后不能自行更改。',
  'recusal.confirmSome': '您声明回避 {count} 家，共 {total} 家：{names}。提交后不能自行更改。',
  'recusal.chosen': '回避 {count} 家，共 {total} 家',
  'recusal.done': '回避声明已提交。',
  'recusal.declaredNone': '您已声明：与名单中的企业均无需要回避的关系。',
  'recusal.declaredSome': '您已声明回避 {count} 家企业，评分台不显示它们的材料，也不接受评分。',
  'recusal.late':
    '声明提交后不能自行更改。如果后来发现需要回避的情形，请告知评审工作人员，由其登记为事后回避，并写明理由。',
  'recusal.toDesk': '去评分台',
  'recusal.empty': '申报企业还没有登记。请等评审工作人员导入申报后再声明。',
} as const;
