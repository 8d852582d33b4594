/** The command `panel demo`. */
export const demo = {
  'demo.prepare': '准备示范评审：导入申报、资格审查、组成评审组、评分办法定稿',
  'demo.score': '评审组成员评分并提交',
  'demo.open': '封存、启封、汇总',
  'demo.conclude': '确认同等条件优先，填写评审意见',
  'demo.sign': '生成评审会议纪要，逐人签署',
  'demo.bundle': '结果定稿，与组长一同签署结果数据包',
  'demo.publish': '生成公示和结果工作簿',
  'demo.noFolder': '文件夹无法建立或写入：{folder}。请换一个文件夹。',
  'demo.authority': '签发机构指纹：',
  'demo.rank': '名次',
  'demo.enterprise': '企业',
  'demo.average': '平均分',
  'demo.members': '评分人数',
  'demo.ineligible': '不符合准入条件',
};
