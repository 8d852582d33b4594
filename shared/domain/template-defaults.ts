import type { DocumentTemplate, TemplateKind } from './document-template.ts';

const plain: Pick<DocumentTemplate, 'head' | 'mark' | 'number' | 'firstNumber'> = {
  head: 'plain',
  mark: '{组织单位}文件',
  number: '',
  firstNumber: 1,
};

function letter(opening: string): DocumentTemplate {
  return {
    ...plain,
    title: '评审结果通知书',
    addressee: '{企业名称}：',
    opening,
    closing: '特此通知。',
    issuer: '{组织单位}',
    date: '{落款日期}',
  };
}

/** What applies until an office words its own. */
export const defaultTemplates: Readonly<Record<TemplateKind, DocumentTemplate>> = {
  minutes: {
    ...plain,
    mark: '{组织单位}会议纪要',
    title: '{标题}',
    addressee: '',
    opening:
      '{组织单位}组织召开评审会议，对{申报企业数}家企业的申报进行评审，会议由评审组组长{组长}主持。现将有关情况纪要如下：',
    closing: '本纪要所载内容和评审结果经评审组核对，由下列人员签署（{签署方式}）。',
    issuer: '{组织单位}',
    date: '{落款日期}',
  },
  notice: {
    ...plain,
    title: '{标题}',
    addressee: '',
    opening: '根据{依据}，经企业申报、资格审查、评审组评审，下列{推荐企业数}家企业经评审组推荐，现予公示。',
    closing: '公示时间：{公示开始}至{公示结束}（{公示期限}）。\n{异议渠道}',
    issuer: '{组织单位}',
    date: '{落款日期}',
  },
  'letter-recommend': letter(
    '你单位申报的“{评审项目}”，经资格审查和评审组评审，评审结论为推荐。推荐名单按规定公示，公示期满无异议或者异议不成立的，另行办理确定手续。',
  ),
  'letter-not-recommend': letter(
    '你单位申报的“{评审项目}”，经资格审查和评审组评审，评审结论为不推荐。\n对评审结果有疑问的，可以书面形式向本单位查询，并写明联系人和联系方式。',
  ),
  'letter-defer': letter(
    '你单位申报的“{评审项目}”，经资格审查和评审组评审，评审结论为暂缓推荐。\n请按评审意见补充完善有关材料和条件。评审意见：{评审意见}',
  ),
};
