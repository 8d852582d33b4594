import { creditCodeCheckDigit } from '../../shared/domain/identifiers.ts';
import { story } from './enterprise-story.ts';

/** Cell texts of one application by field key, as a person would have typed them. */
export type CellTexts = Readonly<Record<string, string>>;

export interface SampleEnterprise {
  readonly code: string;
  readonly name: string;
  readonly cells: CellTexts;
}

/** MA0DEM + a running number, under the division 140100: no registered code looks like this. */
function sampleCode(number: number, series = 'MA0DEM'): string {
  const body = `91140100${series}${String(number).padStart(3, '0')}`;
  return `${body}${creditCodeCheckDigit(body)}`;
}

interface Facts {
  readonly name: string;
  readonly district: string;
  readonly established: string;
  readonly representative: string;
  /** Registered, paid-in, net assets, as typed. */
  readonly capital: readonly [string, string, string];
  readonly years: string;
  readonly contact: string;
  readonly other?: CellTexts;
}

const facts: readonly Facts[] = [
  {
    name: '示例晋通汽车出口有限公司',
    district: '示例区滨河东路18号',
    established: '2014-06-18',
    representative: '郭建平（示例）',
    capital: ['8000', '6000', '9200'],
    years: '9',
    contact: '吴敏（示例）',
    other: {
      overseasOutlet: '有',
      logisticsPlatform: '无',
      newFormats: '已上线跨境电商展示平台，支持远程看车。',
    },
  },
  {
    name: '示例汾河国际贸易有限公司',
    district: '示例区汾河路66号',
    established: '2011-03-09',
    representative: '贺子轩（示例）',
    capital: ['6000', '5000', '7100'],
    years: '12',
    contact: '丁岚（示例）',
    other: { partsSupply: '自建和合作', logisticsPlatform: '无' },
  },
  {
    name: '示例并州二手车出口有限公司',
    district: '示例区五一路120号',
    established: '2017-11-02',
    representative: '段志鹏（示例）',
    capital: ['5000', '3500', '4300'],
    years: '6',
    contact: '魏彤（示例）',
  },
  {
    name: '示例龙城车源供应链有限公司',
    district: '示例区龙城大街9号',
    established: '2021-04-26',
    representative: '石晓东（示例）',
    capital: ['5000', '2600', '2900'],
    years: '4',
    contact: '裴璐（示例）',
    other: {
      tradeExperience: '投资方',
      sourcing: '企业和投资方',
      investorName: '示例晋商实业集团有限公司',
      investorCode: sampleCode(1, 'MA0DEN'),
    },
  },
  {
    name: '示例双塔进出口有限公司',
    district: '示例区双塔寺街31号',
    established: '2009-08-15',
    representative: '阎国庆（示例）',
    capital: ['4500', '4500', '5800'],
    years: '14',
    contact: '车晓（示例）',
    other: { partsSupply: '自建' },
  },
  {
    name: '示例晋阳湖汽车贸易有限公司',
    district: '示例区晋阳湖南路5号',
    established: '2016-05-30',
    representative: '温晋生（示例）',
    capital: ['5000', '3000', '3900'],
    years: '7',
    contact: '乔颖（示例）',
    other: {
      overseasOutlet: '有',
      preferenceDetail: '在阿拉木图设有自有展厅一处，稳定运营三年，附租赁合同和当地登记文件。',
    },
  },
  {
    name: '示例迎泽汽车服务有限公司',
    district: '示例区迎泽大街200号',
    established: '2015-10-12',
    representative: '常海波（示例）',
    capital: ['3600', '3000', '3400'],
    years: '8',
    contact: '武宁（示例）',
  },
  {
    name: '示例太行国际物流有限公司',
    district: '示例区物流园一路1号',
    established: '2012-02-20',
    representative: '卫振华（示例）',
    capital: ['10000', '7000', '12600'],
    years: '5',
    contact: '尹桐（示例）',
    other: {
      logisticsPlatform: '有',
      preferenceDetail: '参与运营国际物流园区，每周开行中欧班列两列，可提供整车专列舱位。',
    },
  },
  {
    name: '示例杏花岭机动车经销有限公司',
    district: '示例区府西街48号',
    established: '2018-07-07',
    representative: '樊丽娟（示例）',
    capital: ['3000', '1500', '2600'],
    years: '5',
    contact: '姬翔（示例）',
  },
  {
    name: '示例尖草坪车业有限公司',
    district: '示例区新兰路77号',
    established: '2020-09-01',
    representative: '冀海龙（示例）',
    capital: ['2000', '2000', '2150'],
    years: '3',
    contact: '蔺强（示例）',
  },
  {
    name: '示例清徐汽车进出口有限公司',
    district: '示例县文源路16号',
    established: '2019-12-25',
    representative: '申海涛（示例）',
    // The one cell that the import understands and asks about.
    capital: ['3000万元', '2000', '2400'],
    years: '4',
    contact: '路遥（示例）',
    other: {
      sourcing: '企业和投资方',
      investorName: '示例清源投资有限公司',
      investorCode: sampleCode(2, 'MA0DEN'),
    },
  },
  {
    name: '示例阳曲汽车出口有限公司',
    district: '示例县新阳东街3号',
    established: '2022-01-17',
    representative: '芦晓峰（示例）',
    capital: ['3200', '2100', ''],
    years: '3',
    contact: '邢月（示例）',
    other: { newFormats: '' },
  },
];

function enterprise(fact: Facts, index: number): SampleEnterprise {
  const code = sampleCode(index + 1);
  const [registeredCapital, paidInCapital, netAssets] = fact.capital;
  const cells: CellTexts = {
    name: fact.name,
    creditCode: code,
    registeredAddress: `示例市${fact.district}`,
    establishedOn: fact.established,
    legalRepresentative: fact.representative,
    registeredInCity: '是',
    legalPerson: '是',
    registeredCapital,
    paidInCapital,
    netAssets,
    importExportRight: '是',
    tradeExperience: '企业',
    experienceYears: fact.years,
    sourcing: '企业',
    overseasChannel: '企业',
    partsSupply: '合作',
    overseasOutlet: '无',
    logisticsPlatform: '无',
    violations: '无',
    badCredit: '无',
    fiscalArrears: '无',
    financialStanding: '产权明晰，独立核算，财务管理制度健全，近两年审计报告均为标准无保留意见（示例）。',
    contactName: fact.contact,
    contactPhone: `0351-0000${String(101 + index)}`,
    ...story(index),
    ...fact.other,
  };
  return { code, name: fact.name, cells };
}

/** The twelve applicants of the sample, in the order of the workbook. All of them are invented. */
export const enterprises: readonly SampleEnterprise[] = facts.map(enterprise);
