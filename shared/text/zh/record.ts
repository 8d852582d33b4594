/** One sentence per act of the record (评审记录); keys are `record.` and the type of the act. */
export const record = {
  'record.dossier-added': '录入第 {number} 号申报档案“{name}”',
  'record.dossier-changed': '更正第 {number} 号申报档案“{name}”：{fields}',
  'record.dossier-withdrawn': '第 {number} 号“{name}”撤回申报：{reason}',
  'record.dossiers-imported': '从文件“{file}”导入申报档案：新增 {created} 份，更新 {updated} 份',
  'record.eligibility-judged-met': '第 {number} 号“{name}”，条件“{condition}”经审核符合：{reason}',
  'record.eligibility-judged-not-met': '第 {number} 号“{name}”，条件“{condition}”经审核不符合：{reason}',
  'record.eligibility-unjudged': '第 {number} 号“{name}”，条件“{condition}”的审核结论收回：{reason}',
  'record.eligibility-reopened': '第 {number} 号“{name}”，所依据的事实有更正，条件“{condition}”须重新审核',
  'record.person-changed': '“{before}”的登记信息更正为“{name}”',
} as const;
