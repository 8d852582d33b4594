import type { ReadDb } from '../../database/access.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import type { SeatRow } from '../../database/seats.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { chinaDay, printedDate, roleLabel } from './print.ts';

/** How the panel was formed and its chair elected. */
export function formation(members: readonly SeatRow[]): string[] {
  const count = (kind: SeatRow['kind']): number => members.filter((seat) => seat.kind === kind).length;
  const parts = [
    ...(count('department') > 0 ? [`部门代表${count('department')}人`] : []),
    ...(count('expert') > 0 ? [`行业专家${count('expert')}人`] : []),
  ];
  const sentences = [
    `评审组由${members.length}人组成${parts.length > 0 ? `，其中${parts.join('、')}` : ''}。`,
  ];
  const chair = members.find((seat) => seat.chair === 1);
  const deputy = members.find((seat) => seat.deputy === 1 && seat.chair !== 1);
  if (chair !== undefined) {
    const second = deputy === undefined ? '' : `，${deputy.name}为副组长`;
    const note = sentence(chair.election_note ?? '');
    const own = `评审组成员推选${chair.name}为组长${second}。`;
    // What was noted at the meeting says it all when it names the chair.
    sentences.push(note.includes(chair.name) ? note : own + note);
  }
  return sentences;
}

/** 评审过程: what came in, who passed, how the sheets were given, closed and opened. */
export function process(db: ReadDb, result: ReviewResult, seats: readonly SeatRow[]): string[] {
  const { round, view } = result;
  const all = dossiersOf(db, round.review.id);
  const withdrawn = all.filter((row) => row.withdrawn_reason !== null).length;
  const out = view.rows.filter(({ ineligible }) => ineligible);
  const received =
    withdrawn === 0
      ? `共收到${all.length}家企业的申报材料。`
      : `共收到${all.length}家企业的申报材料，其中${withdrawn}家撤回申报。`;
  const eligible =
    out.length === 0
      ? '经资格审查，各企业均符合准入条件，进入评审。'
      : `经资格审查，${out.length}家企业不符合准入条件（${out.map(({ name }) => name).join('、')}），其余${view.rows.length - out.length}家企业进入评审。`;
  const paper = round.sheets.filter((sheet) => sheet.paper).length;
  const kinds = paper === 0 ? '' : `，其中电子${round.sheets.length - paper}份、纸质${paper}份`;
  const keeper = seats.find(({ id }) => id === round.opening.keeper_seat_id);
  const secretary = seats.find((seat) => seat.person_id === round.opening.secretary_id);
  const openers = [secretary, keeper].flatMap((seat) =>
    seat === undefined ? [] : [`${roleLabel(seat)}${seat.name}`],
  );
  const witnesses = JSON.parse(round.opening.witnesses) as string[];
  const witnessed = witnesses.length === 0 ? '' : `监督人员${witnesses.join('、')}现场见证，`;
  return [
    received + eligible,
    `各成员对照评分办法独立评分，提交的评分表密封保存，启封前任何人不能查看他人的评分。封存时共有评分表${round.sheets.length}份${kinds}。`,
    `${printedDate(chinaDay(round.opening.opened_ms))}，由${openers.join('和')}共同启封，${witnessed}程序按照评分办法自动汇总。`,
  ];
}

/**
 * Said where a bureau seat's session PIN stood for a passphrase: a short number protects less (README, What is not).
 */
export function guards(members: readonly SeatRow[]): string[] {
  const count = members.filter(({ guard }) => guard === 'pin').length;
  if (count === 0) return [];
  return [
    `${count}名评审组成员使用单位准备的席位和席位密码（6至12位数字，输错5次即停用）签署和提交评分表，密码的强度低于口令，由评审工作人员现场核对本人。`,
  ];
}

/** Decisions on preference and shared ranks, in sentences. */
export function decisions({ view }: ReviewResult): string[] {
  const decided = view.rows.flatMap(({ name, preference }) => {
    if (!preference.proposed || preference.confirmed === null) return [];
    const reason = sentence(preference.reason);
    return [
      preference.confirmed
        ? `${name}具备优先条件，评审组确认在同等条件下优先。${reason}`
        : `${name}具备优先条件，评审组决定不予优先。${reason}`,
    ];
  });
  const shared = Map.groupBy(
    view.rows.filter(({ tie, rank }) => tie === 'shared' && rank !== null),
    ({ rank }) => rank,
  );
  const ties = [...shared].map(
    ([rank, rows]) => `${rows.map(({ name }) => name).join('、')}得分的精确值相同，并列第${rank}名。`,
  );
  const names = new Map(view.rows.map(({ dossierId, name }) => [dossierId, name]));
  const votes = view.votes.toReversed().map(({ dossierIds, note }) => {
    const order = dossierIds.map((id) => names.get(id) ?? '').join('、');
    return `评审组对得分相同的企业进行表决，依次为${order}。${sentence(note)}`;
  });
  return [...decided, ...votes, ...ties, ...selected(view)];
}

/** 入选 by the scheme's pass mark and quota. */
function selected({ selection, rows }: ReviewResult['view']): string[] {
  if (selection === null) return [];
  const chosen = new Set(selection.dossiers.filter((row) => row.selected).map((row) => row.dossierId));
  const names = rows.filter(({ dossierId }) => chosen.has(dossierId)).map(({ name }) => name);
  const rule = [
    ...(selection.passMark === null ? [] : [`合格线${selection.passMark}分`]),
    ...(selection.quota === null ? [] : [`名额${selection.quota}家`]),
  ].join('、');
  return [`按评分办法（${rule}），入选企业${names.length}家：${names.join('、')}。`];
}

/** What a person typed, with a full stop at its end; nothing stays nothing. */
function sentence(typed: string): string {
  const text = typed.trim();
  return text === '' || /[。！？]$/u.test(text) ? text : `${text}。`;
}
