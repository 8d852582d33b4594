/** 参加评审: a bureau seat or an own laptop, packages, receipts. */
export const joining = {
  'exchange.reason.code-form': '会议码是 16 位数字。请核对评审工作人员给出的会议码。',
  'exchange.reason.code-wrong': '会议码与会议文件不符，或会议文件已损坏。请核对会议码，或重新索取会议文件。',
  'exchange.reason.not-seat-unlock': '这不是席位解锁文件。请向评审工作人员索取。',
  'exchange.reason.not-for-seat': '这份解锁文件属于另一个席位。请核对后重新索取。',
  'record.pin-allowed': '允许{name}重新输入席位密码',
  'refused.profile-elsewhere': '“{name}”用自己的电脑或单位准备的席位参加，请在那台电脑上解锁。',
  'refused.pin-locked': '“{name}”的席位密码已输错 5 次，暂时不能再试。请评审工作人员解锁后再输入。',
  'refused.pin-members-only': '席位密码只供评审组成员使用。评审工作人员、记录人和监督人员请设置口令。',
  'refused.no-pin': '“{name}”没有使用席位密码，不需要解锁。',
  'refused.pin': '席位密码为 6 至 12 位数字，不能全部相同或依次增减。',
} as const;
