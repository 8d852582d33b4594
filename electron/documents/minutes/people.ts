import type { Content } from 'pdfmake/interfaces';
import type { AttendancePerson, MinutesData, MinutesSession } from '../data.ts';
import { grid } from '../layout/table.ts';
import { blank, labelled, leading, paragraph } from '../layout/text.ts';

/** The block under the title: which review, who held it, when, where, who kept it. */
export function facts(data: MinutesData): Content[] {
  const rows: [string, string | undefined][] = [
    ['评审项目', data.review],
    ['组织单位', data.organisation],
    ...data.sessions.map((session, index): [string, string] => {
      const number = data.sessions.length > 1 ? `（第${index + 1}次会议）` : '';
      return [index === 0 ? '时　　间' : '', session.time + number];
    }),
    ['地　　点', [...new Set(data.sessions.map((session) => session.place))].join('；')],
    ['组　　长', data.chair],
    ['工作人员', data.secretary],
    ['记 录 人', data.recorder],
    ['监督人员', data.supervisor],
  ];
  const lines = rows.map(([label, value]) => (value === undefined ? '' : labelled(label, value)));
  return [...lines.filter((line) => line !== ''), blank(0.5)];
}

/** How the panel was formed, and who sits on it. */
export function panel(data: MinutesData): Content[] {
  const rows = data.panel.members.map((member, index) => [
    `${index + 1}`,
    member.name,
    member.organisation,
    member.title ?? '',
    member.kind,
    member.role ?? '',
  ]);
  const table = grid(
    [
      { title: '序号', width: 30, align: 'center' },
      { title: '姓名', width: 84, align: 'center' },
      { title: '工作单位', width: '*' },
      { title: '职务（职称）', width: 94, align: 'center' },
      { title: '类别', width: 54, align: 'center' },
      { title: '职责', width: 44, align: 'center' },
    ],
    rows,
  );
  return [...data.panel.formation.map(paragraph), table];
}

/** Who came to each meeting, who excused themselves or stayed away, who attended without a vote. */
export function attendance(data: MinutesData): Content[] {
  return data.sessions.flatMap((session, index) => [
    ...sessionHead(session, data.sessions.length > 1 ? index + 1 : undefined),
    ...people('出席', session.present),
    ...people('请假', session.excused),
    ...people('缺席', session.absent),
    ...people('列席', session.observing),
  ]);
}

function sessionHead(session: MinutesSession, number: number | undefined): Content[] {
  if (number === undefined) return [];
  const matter = session.matter === undefined ? '' : `，${session.matter}`;
  return [leading(`第${number}次会议（${session.time}${matter}）`)];
}

/** 出席、请假、列席 labels in 黑体, names in the text face (GB/T 9704-2012, 10.3). */
function people(label: string, list: readonly AttendancePerson[]): Content[] {
  if (list.length === 0) return [];
  const names = list.map(({ name, organisation, reason }) => {
    const remark = reason === undefined ? '' : `（${reason}）`;
    return `${organisation ?? ''}${name}${remark}`;
  });
  return [labelled(label, names.join('、'), 2)];
}

/** The public version says that there were recusals, never who or why. */
export function recusals(data: MinutesData, given: MinutesData): Content[] {
  if (data.version === 'public') {
    return given.recusals.length + given.absences.length + given.replacements.length === 0
      ? [paragraph('本次评审无成员回避、更换或缺席。')]
      : [paragraph('成员回避、更换、缺席的情况已按规定记录并归档；有关成员的评分不计入相应企业的得分。')];
  }
  const parts: Content[] = [];
  if (data.recusals.length === 0) parts.push(paragraph('各成员均声明无应当回避的情形。'));
  else {
    const rows = data.recusals.map((recusal) => [recusal.member, recusal.enterprise, recusal.reason]);
    parts.push(leading('下列成员对有关企业回避，不参加对该企业的评审和评分：'));
    parts.push(reasonTable(['回避成员', '有关企业', '回避事由'], rows));
  }
  if (data.replacements.length > 0) {
    const rows = data.replacements.map((row) => [
      row.organisation === '' ? row.member : `${row.organisation}\n${row.member}`,
      row.date,
      row.reason,
    ]);
    parts.push(leading('下列人员中途退出评审组，其评分作废：'));
    parts.push(reasonTable(['退出人员', '退出日期', '事由'], rows));
  }
  if (data.absences.length > 0) {
    const rows = data.absences.map((absence) => [absence.member, absence.scope, absence.reason]);
    parts.push(leading('下列成员缺席，经组长签字确认，不计入有效评分人数：'));
    parts.push(reasonTable(['缺席成员', '缺席范围', '事由'], rows));
  }
  return parts;
}

function reasonTable(titles: readonly [string, string, string], rows: string[][]): Content {
  const columns = [
    { title: titles[0], width: 84, align: 'center' as const },
    { title: titles[1], width: 168 },
    { title: titles[2], width: '*' as const },
  ];
  return grid(columns, rows);
}
