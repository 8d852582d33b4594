/** 参加评审: a bureau seat or an own laptop, packages, receipts. */
export const joining = {
  'exchange.reason.code-form': '会议码是 16 位数字。请核对评审工作人员给出的会议码。',
  'exchange.reason.code-wrong': '会议码与会议文件不符，或会议文件已损坏。请核对会议码，或重新索取会议文件。',
  'exchange.reason.not-seat-unlock': '这不是席位解锁文件。请向评审工作人员索取。',
  'exchange.reason.not-for-seat': '这份解锁文件属于另一个席位。请核对后重新索取。',
} as const;
