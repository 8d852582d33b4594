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
  'record.package-made': '为{name}制作评审包（第 {version} 版）',
  'refused.package-no-card': '“{name}”还没有登记自己的电脑或席位，不能制作评审包。',
  'refused.package-nobody': '没有成员用自己的电脑或席位参加，不需要制作评审包。',
  'progress.packing': '正在封装评审包…',
  'record.package-taken': '收到评审包（第 {version} 版）',
  'exchange.reason.other-authority':
    '评审包由另一个签发机构签名，没有受理。请向评审工作人员核对签发机构指纹。',
  'exchange.reason.other-member': '评审包是做给另一位成员的，没有受理。请向评审工作人员索取自己的评审包。',
  'exchange.reason.own-key':
    '评审包中登记的不是本机的密钥，没有受理。请评审工作人员重新登记本机，再制作评审包。',
  'exchange.reason.scheme-changed':
    '评审包中的评分办法与已经收到的不同，没有受理。定稿之后评分办法不能改动，请告知监督人员。',
  'exchange.reason.history-changed':
    '评审包中的名册或企业清单改写了已经收到的版本，没有受理。请告知监督人员。',
  'exchange.reason.package-signature':
    '评审包中有内容不是签发机构签名的，没有受理。请向评审工作人员重新索取。',
  'exchange.reason.package-inconsistent': '评审包的内容前后不一致，没有受理。请向评审工作人员重新索取。',
  'exchange.reason.older-package': '已经收过更新的评审包，这一份（第 {version} 版）没有改变任何内容。',
  'exchange.reason.materials-missing':
    '评审包已收下，但还缺 {count} 份材料。请向评审工作人员索取完整的评审包。',
  'exchange.reason.not-a-package': '这不是评审包。请向评审工作人员索取自己的评审包。',
  'refused.seat-taken-here': '这台电脑已经是“{name}”在本次评审中的席位。每人请用自己的席位。',
  'refused.review-here': '“{title}”就在这台电脑上办理，不需要另外登记席位。请直接选择自己的姓名。',
  'refused.review-known': '“{title}”的评审包已经在这台电脑上打开过。后续文件请在该项目的“交接”中收取。',
  'refused.review-taken-in': '评审包已经收下，不能再移除。',
  'refused.card-pin': '席位的登记文件已经自动交给评审工作人员，不需要另外制作。',
} as const;
