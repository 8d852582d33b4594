/** Files of the applications (申报材料) and the signed list of applications. */
export const materials = {
  'materials.altered.name':
    '名称、代码或序号与签发的清单不一致，可能有人在程序之外改动过数据文件。请用最近的备份恢复。',
  'materials.altered.facts':
    '申报内容与签发的清单不一致，可能有人在程序之外改动过数据文件。请用最近的备份恢复。',
  'materials.altered.eligibility':
    '资格审查结论与签发的清单不一致，可能有人在程序之外改动过数据文件。请用最近的备份恢复。',
  'materials.altered.withdrawn':
    '是否撤回与签发的清单不一致，可能有人在程序之外改动过数据文件。请用最近的备份恢复。',
  'materials.altered.files':
    '申报材料与签发的清单不一致，可能有人在程序之外改动过数据文件。请用最近的备份恢复。',
  'materials.altered.listed': '这份申报被加进或移出了数据文件，与签发的清单不一致。请用最近的备份恢复。',
  'materials.altered.since':
    '成员提交评分表之后，这份申报的内容或材料变了，评分表不能据此计算。请用最近的备份恢复。',
  'materials.kind.licence': '营业执照',
  'materials.kind.audit': '审计报告',
  'materials.kind.plan': '经营计划',
  'materials.kind.commitment': '承诺书',
  'materials.kind.evidence': '评分项佐证',
  'materials.kind.answers': '答辩答复',
  'materials.kind.findings': '考察情况',
  'materials.kind.other': '其他',
  'refused.dossiers': '申报档案与签发的清单不一致。',
  'refused.material-changed':
    '材料“{name}”与导入时不一致：文件损坏或被改动过，不能使用。请从备份恢复，或重新导入原件。',
  'refused.material-missing': '材料“{name}”的文件不在这台电脑上。请从备份恢复，或重新导入原件。',
  'refused.material-share': '这份材料还没有向您开放。请评审工作人员解锁一次，再打开。',
  'refused.material-too-large': '“{name}”超过 {limit} MB，没有导入。请拆分或压缩后再导入。',
  'refused.material-empty': '“{name}”是空文件（0 字节），没有导入。请核对原件。',
  'refused.file-changed': '“{name}”在读取过程中变了，没有导入。请先关闭正在编辑它的程序，再试。',
  'refused.vault-key': '打开材料用的钥匙与这份档案不符，数据文件可能被改动过。请用最近的备份恢复。',
  'refused.material': '这份材料已不在。',
  'refused.manifest': '申报清单尚未签发，请评审工作人员解锁一次。',
  'materials.name.empty': '文件名是空的，请改名后再导入。',
  'materials.name.long': '文件名超过 120 个字，请改短后再导入。',
  'materials.name.hidden': '文件名里有看不见的控制字符（可能用来伪装文件类型），请改名后再导入。',
  'materials.name.barred': '文件名里有不能用的符号（< > : " / \\ | ? *），请改名后再导入。',
  'materials.name.reserved': '这是系统保留的文件名，请改名后再导入。',
  'materials.name.edges': '文件名的开头或结尾有空格或句点，请改名后再导入。',
  'materials.file.empty': '空文件（0 字节），请核对原件。',
  'materials.file.large': '超过 500 MB，请拆分或压缩后再导入。',
  'materials.sameName': '同一企业、同一类材料里有两个同名文件，请改名后再导入。',
  'materials.kindUnknown': '不认识这类材料，请重新选择类别。',
  'materials.itemUnknown': '评分办法里没有这个评分项，请重新选择。',
  'materials.progress.copying': '正在复制…',
  'materials.progress.placing': '正在保存…',
  'materials.progress.checking': '正在逐份核对…',
  'refused.materials': '有文件不能导入，没有导入任何一份。请按下面的说明处理。',
  'refused.materials-full':
    '导入后共 {count} 份、{megabytes} MB，超过一个评审项目的上限（{most} 份、4000 MB），没有导入。',
  'refused.materials-many': '一次最多导入 {most} 份，请分批导入。',
} as const;
