/** Why an application or a person was not saved. Keys are the reasons that the backend names. */
export const refusal = {
  'field-unknown': '没有这一项内容。',
  'code-known': '统一社会信用代码 {creditCode} 已在第 {number} 号“{name}”中登记。',
  'dossier-withdrawn': '第 {number} 号申报已撤回，不能再改动。',
  'condition-decided': '条件“{condition}”已由填报内容确定。如填报有误，请更正档案。',
  'person-known': '“{name}”（{organisation}）已在专家库中。',
  'person-retired': '“{name}”已移出专家库，不能再改动。',
  'person-seated': '“{name}”在“{review}”中任职，报备之前不能移出。',
  'progress.reading': '正在读取工作簿…',
  'progress.checking': '正在逐格检查…',
} as const;
