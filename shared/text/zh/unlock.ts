/** Unlocking, first passphrase, hand-over. */
export const unlock = {
  'unlock.title': '请选择您的姓名',
  'unlock.hint': '解锁后只显示属于您的内容。',
  'unlock.none': '这里还没有人员。请先打开示范评审，或新建评审。',
  'unlock.passphrase': '口令',
  'unlock.enter': '解锁',
  'unlock.other': '换一个人',
  'unlock.sample': '示例口令：{passphrase}',
  'unlock.sampleUse': '填入示例口令',
  'unlock.tries': '已输错 {count} 次。连续输错会逐次延长等待时间。',
  'unlock.wait': '请等待 {seconds} 秒后再试。',
  'unlock.forgotten':
    '口令无法找回。如果忘记，请由评审工作人员和组长为您重新登记席位，已提交的评分表仍然有效。',
  'unlock.firstTitle': '首次使用，请设置口令',
  'unlock.firstHint':
    '口令只用于本机，保护您的评分和签名。至少 12 个字符，或采用下面生成的 16 位数字。请记在只有您看得到的地方。',
  'unlock.new': '新口令',
  'unlock.repeat': '再输一次',
  'unlock.differs': '两次输入不一致。',
  'unlock.short': '口令太短：至少 12 个字符，或采用生成的 16 位数字。',
  'unlock.generate': '生成 16 位数字',
  'unlock.generated': '生成的口令',
  'unlock.useGenerated': '采用这个口令',
  'unlock.create': '设置口令并解锁',
  'unlock.firstTag': '首次使用',
  'unlock.working': '正在核对口令，约需一秒…',
} as const;
