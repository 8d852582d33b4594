import type { DrawResult } from '../../../shared/domain/draw.ts';
import type { Phase } from '../../../shared/domain/phase.ts';
import type { ReadDb } from '../../database/access.ts';
import { dossiersOf } from '../../database/dossiers.ts';
import { drawsOf } from '../../database/draws.ts';
import { recordOf, type RecordBody } from '../../database/record.ts';
import type { SeatRow } from '../../database/seats.ts';
import { skippedOf } from '../review/phase-steps.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { chinaDay, printedDate, roleLabel } from './print.ts';

/** How the panel was formed, whom the draw brought, and how its chair was elected. */
export function formation(db: ReadDb, members: readonly SeatRow[]): string[] {
  const ofKind = (kind: SeatRow['kind']): readonly SeatRow[] => members.filter((seat) => seat.kind === kind);
  const departments = ofKind('department');
  const experts = ofKind('expert');
  const parts = [
    ...(departments.length > 0 ? [`部门代表${departments.length}人，由所在部门指派`] : []),
    ...(experts.length > 0 ? [`行业专家${experts.length}人${expertSource(db, experts)}`] : []),
  ];
  const sentences = [
    `评审组由${members.length}人组成${parts.length > 0 ? `，其中${parts.join('；')}` : ''}。`,
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
  sentences.push('各成员在接触申报材料前，对照企业名单作出回避声明。');
  return sentences;
}

/** Which experts a recorded draw brought; those outside every draw were invited. */
function expertSource(db: ReadDb, experts: readonly SeatRow[]): string {
  const reviewId = experts[0]?.review_id ?? '';
  const draws = drawsOf(db, reviewId).toReversed();
  const drawn = new Set(
    draws.flatMap(({ result }) =>
      (JSON.parse(result) as DrawResult).fields.flatMap((field) => field.drawn.map(({ id }) => id)),
    ),
  );
  const fromPool = experts.filter(({ person_id: person }) => drawn.has(person));
  if (fromPool.length === 0) return '，按专业领域邀请';
  const seeds = draws.map(({ seed }) => `“${seed}”`).join('、');
  const how = `由专家库按专业随机抽取（随机种子${seeds}，可以复核）`;
  if (fromPool.length === experts.length) return `，${how}`;
  return `，其中${fromPool.map(({ name }) => name).join('、')}${how}，其余按专业领域邀请`;
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
    ...visited(skippedOf(db, round.review.id)),
    `各成员对照评分办法独立评分，提交的评分表密封保存，启封前任何人不能查看他人的评分。封存时共有评分表${round.sheets.length}份${kinds}。`,
    `${closedDay(db, round.review.id)}${printedDate(chinaDay(round.opening.opened_ms))}，由${openers.join('和')}共同启封，${witnessed}程序按照评分办法自动汇总。`,
  ];
}

/** When the sheets were closed, as a half-sentence; nothing where the record doesn't say. */
function closedDay(db: ReadDb, reviewId: string): string {
  const closing = recordOf(db, reviewId)
    .map(({ body }) => JSON.parse(body) as RecordBody)
    .findLast(({ type }) => type === 'closed');
  return closing === undefined ? '' : `${printedDate(chinaDay(closing.claimedMs))}封存评分表；`;
}

/** Materials, hearing and visit, as far as the review went through them. */
function visited(skipped: readonly Phase[]): string[] {
  const hearing = skipped.includes('hearing') ? '' : '，听取企业现场答辩并询问';
  const visit = skipped.includes('inspection')
    ? '评审组决定本次评审不进行实地考察。'
    : '评审组决定对企业进行实地考察，考察在评分提交前完成。';
  return [`评审组成员审阅申报材料${hearing}。${visit}`];
}

/**
 * Decisions on preference, votes, shared ranks and the quota, in sentences. Without `reasons` what people wrote
 * down for them is left out: it may name business secrets, which are nothing for the public version.
 */
export function decisions({ view }: ReviewResult, reasons = true): string[] {
  const decided = view.rows.flatMap(({ name, preference }) => {
    if (!preference.proposed || preference.confirmed === null) return [];
    const reason = reasons ? sentence(preference.reason) : '';
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
    return `评审组对得分相同的企业进行表决，依次为${order}。${reasons ? sentence(note) : ''}`;
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
