import type {
  AnnexEnterprise,
  DocumentFrame,
  MinutesData,
  MinutesResult,
  PrintedScheme,
} from '../../electron/documents/data.ts';
import { categories, decimal, enterpriseName, mean, members, sheetOf, sum } from './sample-scores.ts';

export const frame: DocumentFrame = {
  createdAt: '2026-03-05T16:20:00+08:00',
  sample: true,
  software: '评审台 Paneldesk 0.1.0',
  review: '2026年示例市二手车出口试点企业评审',
};

export const scheme: PrintedScheme = {
  title: '示例市二手车出口试点企业评分办法',
  total: '100',
  note: '示例分值，由评审组确定',
  hash: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  categories: categories.map(({ name, cap }, index) => ({
    name,
    cap: `${cap}`,
    items: [
      {
        name: `${name}的总体情况`,
        cap: `${cap - 5}`,
        judged: '对照申报材料、现场答辩和实地考察情况综合判断',
      },
      {
        name: index % 2 === 0 ? '证明材料' : '可行性和落实措施',
        cap: '5',
        step: '0.5',
        judged: '材料真实、完整，措施具体、可以核查',
        bands: ['优 4–5', '良 2–4', '一般 0–2'],
      },
    ],
  })),
};

export const resultHash = '0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const recordHead = '7e11c0de5a5a7e11c0de5a5a7e11c0de5a5a7e11c0de5a5a7e11c0de5a5a7e11';
export const authority = '9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab';

function annexOf(enterprise: number): AnnexEnterprise {
  const rows = members.map((member, index) => {
    const { scores, state } = sheetOf(enterprise, index);
    return {
      member: member.name,
      cells: scores.map(decimal),
      total: scores.length === 0 ? '' : decimal(sum(scores)),
      mark: state === '电子' ? '' : state,
    };
  });
  const sheets = members.map((_, index) => sheetOf(enterprise, index).scores).filter((row) => row.length > 0);
  const cells = categories.map((_, column) => decimal(mean(sheets.map((row) => row[column] ?? 0))));
  return {
    name: enterpriseName(enterprise),
    rows,
    average: { cells, total: decimal(mean(sheets.map(sum))) },
  };
}

function resultOf(enterprise: number, last: number): MinutesResult {
  const annex = annexOf(enterprise);
  const counted = annex.rows.filter((row) => row.total !== '').length;
  const paper = annex.rows.filter((row) => row.mark === '纸质').length;
  if (enterprise === last) {
    const opinion = '实缴资本未达到要求，不符合准入条件，不参加排名。';
    return {
      rank: '—',
      name: annex.name,
      score: '—',
      members: '0',
      status: '不符合准入条件',
      conclusion: '不推荐',
      opinion,
    };
  }
  return {
    rank: `${enterprise + 1}`,
    name: annex.name,
    score: annex.average.total,
    members: `${counted}`,
    conclusion: enterprise < 5 ? '推荐' : '不推荐',
    opinion:
      '申报材料齐全，经营计划可行，海外渠道稳定，配件供应和售后服务安排具体；建议进一步明确首年出口目标并按期报送进展。',
    ...(paper > 0 ? { paper: `${paper}份纸质` } : {}),
    ...(enterprise === 1 ? { exact: '93.1428…' } : {}),
  };
}

export const canary = {
  dissent: '示例异见鸣谢甲乙',
  recusal: '示例回避亲属任职',
  leave: '示例请假因病住院',
  replaced: '示例更换因病',
  visit: '示例考察所见',
};

/** Minutes of a fictional review with so many enterprises. */
export function minutesOf(enterprises: number, change: Partial<MinutesData> = {}): MinutesData {
  const indices = Array.from({ length: enterprises }, (_, index) => index);
  const people = members.map(({ name, organisation }) => ({ name, organisation }));
  return {
    ...frame,
    version: 'archive',
    signing: 'electronic',
    title: '示例市二手车出口试点企业评审会议纪要',
    opening: [
      '2026年3月4日至5日，示例市商务局在示例市商务局三楼会议室召开评审会议。会议由评审组组长示例甲镕主持。现纪要如下：',
    ],
    closing: ['本纪要所载内容和评审结果经评审组核对，由下列人员签署。'],
    organisation: '示例市商务局',
    sessions: [
      {
        time: '2026年3月4日 9:00—17:30',
        place: '示例市商务局三楼会议室',
        matter: '材料审核、现场答辩',
        present: people,
        excused: [],
        absent: [],
        observing: [{ name: '示例辛', organisation: '派驻纪检监察组' }],
      },
      {
        time: '2026年3月5日 9:00—16:00',
        place: '示例市商务局三楼会议室',
        matter: '评分、启封汇总',
        present: people.slice(0, 6),
        excused: people.slice(6).map((person) => ({ ...person, reason: canary.leave })),
        absent: [],
        observing: [{ name: '示例辛', organisation: '派驻纪检监察组' }],
      },
    ],
    basis: [
      '《示例市二手车出口企业管理办法（暂行）》第三条至第五条；',
      '《商务部 公安部关于扩大二手车出口业务地区范围的通知》（商贸函〔2020〕643号）。',
    ],
    chair: members[0].name,
    secretary: '示例壬',
    recorder: '示例癸',
    supervisor: '示例辛',
    panel: {
      formation: [
        '评审组由商务、公安、海关部门代表3人和行业专家4人组成，行业专家由专家库按专业随机抽取，抽取过程有记录。',
        '全体成员推选示例甲镕为组长、示例乙喆为副组长。',
      ],
      members: [...members],
    },
    recusals: [{ member: members[5].name, enterprise: enterpriseName(3), reason: canary.recusal }],
    replacements: [
      { member: '示例退席者', organisation: '示例研究院', date: '2026年3月2日', reason: canary.replaced },
    ],
    absences: [
      { member: members[6].name, scope: enterpriseName(7), reason: '第二次会议请假，未参加该企业的答辩' },
    ],
    process: [
      `共收到${enterprises}家企业的申报材料。经资格审查，1家企业不符合准入条件，其余企业进入评审。`,
      '评审组审核了申报材料，听取了各企业的现场答辩，并表决决定不进行实地考察（同意7票，反对0票）。',
      '各成员独立评分。评分表全部提交或者登记后封存，由工作人员和组长共同启封，程序自动汇总。',
    ],
    rules: [
      '每位成员的评分为各评分项得分之和，满分100分。',
      '企业得分取有效评分的算术平均值，最后一次修约，四舍五入保留两位小数。',
      '按精确值排名；精确值相同的，具备优先条件的企业经评审组确认可以排前，仍相同的名次并列。',
    ],
    results: indices.map((index) => resultOf(index, enterprises - 1)),
    decisions: ['第5名和第6名得分相同，评审组确认前者有稳定运营的海外自有网点，同等条件下优先。'],
    corrections: [
      {
        member: members[1].name,
        enterprise: enterpriseName(4),
        item: '车源整合能力',
        before: '13.00',
        after: '12.50',
        reason: '分项评分超出评分标准范围',
      },
    ],
    dissents: [
      {
        member: members[2].name,
        text: `${canary.dissent}：对第4名企业的售后服务安排有不同看法，理由是合作协议尚未生效。`,
      },
    ],
    annex: {
      columns: categories.map(({ name, cap }) => ({ name, cap: `${cap}` })),
      enterprises: indices.map(annexOf),
    },
    inspections: [{ enterprise: enterpriseName(0), findings: `${canary.visit}：展厅和维修车间已投入使用。` }],
    scheme,
    resultHash,
    recordHead,
    authority,
    authorityAloud: '0312 4711 9920 5566 1043 8827',
    signatures: signatures(),
    ...change,
  };
}

function signatures(): MinutesData['signatures'] {
  const panel = members.map(({ name, organisation, role }, index) => ({
    field: `member-${index + 1}`,
    name,
    organisation,
    role: role ?? '成员',
    ...(index === 6 ? { leftEarly: { reason: '出差' } } : {}),
  }));
  return [
    ...panel,
    { field: 'recorder', name: '示例癸', role: '记录人' },
    { field: 'supervisor', name: '示例辛', role: '监督人员', organisation: '派驻纪检监察组' },
  ];
}
