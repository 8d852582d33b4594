/** 数据恢复 and its drill. */
export const rebuild = {
  'rebuild.open': '电脑遗失或损坏：从备份恢复…',
  'rebuild.title': '数据恢复',
  'rebuild.text':
    '用数据恢复文件、恢复口令和一份办公数据备份，在这台空的电脑上恢复评审项目。恢复后请成员把评分表文件再交一次，已有的不会重复。',
  'rebuild.dropRecovery': '数据恢复文件（定稿时下载的）',
  'rebuild.dropCopy': '办公数据备份（交接文件夹中的最新一份）',
  'rebuild.chosen': '已选择：{name}',
  'rebuild.recoveryPassphrase': '恢复口令',
  'rebuild.go': '恢复',
  'rebuild.drillTitle': '数据恢复演练',
  'rebuild.drillText': '用恢复文件和恢复口令打开一份备份，看看电脑遗失后能恢复多少；只看不留，写入办理记录。',
  'rebuild.drill': '演练',
  'rebuild.drilled': '恢复文件和口令可用，备份可以打开：办理记录 {copy} / {size} 条。',
  'rebuild.resend': '{name}须再交 {count} 份评分表。',
} as const;
