import { assessEligibility } from '../../shared/domain/eligibility.ts';
import type { DossierFields } from '../../shared/domain/dossier-fields.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import type { SampleStory } from '../../shared/schema/sample.ts';
import { enterprises } from './enterprises.ts';
import { opinions } from './opinions.ts';
import { people } from './people.ts';

/** Reasons with which a person decides what the rules leave open, by condition. */
const reasons: Readonly<Record<string, string>> = {
  'TY-1c': '经查阅审计报告、章程和财务管理制度，产权明晰，独立核算，经营情况良好。',
  'TY-2b': '实缴资本1500万元，低于2000万元；经审计的净资产为2600万元，高于2000万元，认定具备相应的净资产。',
  'TY-4c': '申报材料列明目的国车辆准入、排放和年限要求，内容与现行政策一致。',
};

function judge(scheme: Scheme, dossiers: readonly DossierFields[]): SampleStory['judgements'] {
  return dossiers.flatMap((fields) =>
    assessEligibility(scheme.eligibility ?? [], fields)
      .filter(({ outcome }) => outcome === 'to-judge')
      .map(({ conditionId }) => ({
        dossier: fields['creditCode'] ?? '',
        conditionId,
        outcome: 'met' as const,
        reason: reasons[conditionId] ?? '经评审组核对材料，符合要求。',
      })),
  );
}

const channel = [
  '公示期内，任何单位和个人如有异议，请以书面形式向示例市商务局对外贸易处反映，并写明事实和理由。',
  '以单位名义反映的须加盖公章，以个人名义反映的须签署真实姓名并留联系方式。',
].join('\n');

/** What happens in the sample review, from the eligibility check to the notice. */
export function tellStory(scheme: Scheme, dossiers: readonly DossierFields[]): SampleStory {
  return {
    title: '二手车出口试点企业评审（示例）',
    organiser: '示例市商务局',
    scheme: 'taiyuan',
    meeting: {
      title: '二手车出口试点企业评审会（示例）',
      date: '2026-03-18',
      time: '09:00',
      place: '示例市商务局三楼会议室',
    },
    attendance: people.map(({ key }) => ({ person: key, state: 'present', reason: '' })),
    election: {
      chair: 'member-1',
      deputy: 'member-4',
      note: '经评审组成员推举，一致同意由周明远（示例）任组长，高博文（示例）任副组长。',
    },
    hearing: '十二家申请企业依次到会答辩，每家陈述十分钟、问答十分钟。',
    inspection: {
      decided: false,
      votesFor: 2,
      votesAgainst: 5,
      reason: '申报材料和现场答辩已能支持评分，本次不组织实地考察。',
    },
    judgements: judge(scheme, dossiers),
    preferences: [
      {
        dossier: enterprises[5]?.code ?? '',
        confirmed: true,
        reason:
          '该企业与示例迎泽汽车服务有限公司得分相同；其在阿拉木图设有稳定运营的自有网点，按第三条第4项在同等条件下优先。',
      },
    ],
    opinions: opinions(),
    dissents: [
      {
        member: 'member-7',
        text: '示例双塔进出口有限公司应收账款占比较高，附注披露与答辩说明不一致，建议补充专项审计说明后再予推荐。',
      },
    ],
    notice: {
      title: '关于二手车出口试点企业评审结果的公示（示例）',
      from: '2026-03-23',
      to: '2026-03-27',
      length: '5',
      unit: 'working',
      channel,
      department: '示例市商务局对外贸易处',
      address: '示例市示例路1号',
      telephone: '0351-0000001（监督电话：0351-0000002）',
      email: '',
      issuer: '示例市商务局',
      date: '2026-03-23',
    },
    approval: {
      date: '2026-03-30',
      documentNumber: '示例商外贸发〔2026〕1号',
      note: '公示期满无异议，经局长办公会审定，同意确定为试点企业（示例）。',
    },
  };
}
