/** Market, yearly vehicles from the first year on, investment in 万元, manner of selling, of each applicant. */
const outlines: readonly (readonly [string, number, number, string])[] = [
  ['中亚和俄罗斯', 1200, 3200, '自营出口，在目的国自有网点零售与批发并行'],
  ['中东和北非', 1000, 2800, '与境外经销商签订年度协议，按订单采购'],
  ['中亚', 800, 2000, '自营出口，线下展厅与远程看车结合'],
  ['东南亚和非洲', 600, 1800, '依托投资方渠道接单，本企业负责采购与整备'],
  ['俄罗斯和白俄罗斯', 700, 1600, '自营出口，境外自建维修站承担售后'],
  ['哈萨克斯坦和乌兹别克斯坦', 600, 1500, '自营出口，在阿拉木图展厅现车销售'],
  ['中亚和外高加索', 600, 1500, '按境外订单采购，由合作方承担当地销售'],
  ['欧亚铁路沿线国家', 900, 2600, '以中欧班列整列发运，提供仓储、运输、报关一体服务'],
  ['蒙古国和中亚', 400, 1000, '区域代理，按季度集中采购发运'],
  ['蒙古国', 300, 600, '按单采购，委托代理报关'],
  ['中东', 450, 1100, '与投资方的境外贸易公司合作分销'],
  ['非洲', 300, 700, '参加境外展会接单，委托当地代理销售'],
];

const sources: readonly string[] = [
  '与本地两家二手车交易市场和四家主机厂置换中心签有供车协议',
  '以拍卖平台和企业车队更新车辆为主要车源',
  '在三个地市设有收购点，实行统一查验标准',
];

const checks: readonly string[] = [
  '一车一检，由具备 CMA 资质的第三方出具检测评估报告',
  '收购时核查盗抢、拼装、报废和抵押信息，合格后入库',
];

/** The texts of one application, by field key. `index` is the place in the workbook, from 0. */
export function story(index: number): Readonly<Record<string, string>> {
  const [market, vehicles, investment, manner] = outlines[index] ?? ['中亚', 300, 600, '自营出口'];
  const source = sources[index % sources.length] ?? '';
  const check = checks[index % checks.length] ?? '';
  return {
    sourcingDetail: `${source}；${check}。`,
    overseasChannelDetail: `主要面向${market}，已与当地客户签订意向书（示例）。`,
    partsSupplyDetail: `在${market}安排维修服务点，常用配件备货不少于三个月用量。`,
    destinationPolicy: `已整理${market}的车辆准入标准、排放与年限要求，并指定专人跟踪更新。`,
    investmentPlan: `三年投入${investment}万元，其中整备检测场地四成、海外配件仓三成、流动资金三成。`,
    businessModel: `${manner}；出口车辆登记在本企业名下，一车一档。`,
    exportTarget: `首年出口${vehicles}辆，第三年达到${vehicles * 2}辆，主要市场为${market}。`,
    supportingServices: '与示例检测评估机构、示例报关行和示例保险公司签有合作协议。',
    traceability: '建立溯源系统，按车架号归集采购、整备、检测、报关、销售、售后信息。',
    newFormats: index % 2 === 0 ? '计划利用海外仓和跨境电商平台拓展零售。' : '计划参加线上展会，尚在筹备。',
    districtBureau: `示例${index < 10 ? '区' : '县'}商务主管部门`,
    districtOpinion: '材料齐全，内容与原件相符，同意上报（示例）。',
  };
}
