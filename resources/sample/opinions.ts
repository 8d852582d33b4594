import type { SampleStory } from '../../shared/schema/sample.ts';
import { enterprises } from './enterprises.ts';

type Conclusion = SampleStory['opinions'][number]['conclusion'];

/** Conclusion and 评审意见, in the order of the workbook. */
const texts: readonly (readonly [Conclusion, string])[] = [
  [
    'recommend',
    '该企业资本实力较强，经营和信用记录良好；国内采购体系稳定，在目的国设有自有网点，售后服务和零配件供应安排具体，质量追溯措施完整。评审组同意推荐。',
  ],
  [
    'recommend',
    '该企业对外贸易经验丰富，境外经销渠道稳定，自建与合作相结合的维修和配件供应体系可行；投资计划与出口目标相匹配。评审组同意推荐。',
  ],
  [
    'recommend',
    '该企业具备准入条件，车源渠道较为稳定，中亚市场已有客户基础。建议尽快落实海外配件仓，并按季度报送进展。评审组同意推荐。',
  ],
  [
    'defer',
    '该企业以投资方的对外贸易经验申报，投资方支持承诺尚未正式签署，整备检测场地仍在建设。建议补充材料后复核，本次暂缓推荐。',
  ],
  [
    'recommend',
    '该企业从事进出口业务时间较长，境外自建维修站已投入使用。个别成员对应收账款情况提出意见，企业应在公示前提交说明。评审组多数同意推荐。',
  ],
  [
    'recommend',
    '该企业车源把控规范，境外自有展厅稳定运营三年，出口目标有订单支撑。得分与示例迎泽汽车服务有限公司相同，按同等条件优先的规定列前。评审组同意推荐。',
  ],
  [
    'recommend',
    '该企业服务网络完善，整备检测能力较强，境外销售由合作方承担，协议已签订。建议逐步建立自有渠道。评审组同意推荐。',
  ],
  [
    'recommend',
    '该企业依托国际物流园区和中欧班列平台，运输组织和配套服务优势明显，资本实力强。建议加强车辆检测和售后人员配备。评审组同意推荐。',
  ],
  [
    'not-recommend',
    '该企业净资产符合要求，具备基本条件；但海外渠道以意向为主，售后服务网点和配件储备尚未落实，出口目标依据不足。本次不予推荐。',
  ],
  [
    'not-recommend',
    '该企业注册资本2000万元，低于《太原市二手车出口企业管理办法（暂行）》第三条第2项规定的3000万元，不符合准入条件，不参加排名。',
  ],
  [
    'defer',
    '该企业与投资方合作开拓中东市场，思路可行；但车源收购点建设滞后，追溯系统尚未上线。建议完善后再次申报，本次暂缓推荐。',
  ],
  [
    'not-recommend',
    '该企业成立时间较短，海外渠道和维修配件供应体系尚处筹备阶段，经营计划缺少分年度安排。本次不予推荐。',
  ],
];

/** The panel's conclusion on each applicant. */
export function opinions(): SampleStory['opinions'] {
  return enterprises.map(({ code }, index) => {
    const [conclusion, text] = texts[index] ?? ['defer', ''];
    return { dossier: code, conclusion, text };
  });
}
