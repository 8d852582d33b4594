import { createText } from '../../../shared/text/index.ts';
import type {
  MinutesAbsence,
  MinutesData,
  MinutesResult,
  MinutesSession,
  PanelMember,
} from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { attendanceOf, meetingsOf } from '../../database/meetings.ts';
import { dissentsOf } from '../../database/opinions.ts';
import { seatsOf, type SeatRow } from '../../database/seats.ts';
import { fingerprint, readAloud } from '../../signing/fingerprint.ts';
import { correctionsOf } from '../results/corrections.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { memberLabel } from '../results/words.ts';
import { memberAnnex } from './annex.ts';
import { decisions, formation, guards, process } from './minutes-words.ts';
import {
  conclusionLabel,
  frameOf,
  kindLabel,
  printedDate,
  printedScheme,
  titleWith,
  roleLabel,
} from './print.ts';
import { printedSlot, slotsOf } from './signature-slots.ts';

export interface MinutesChoice {
  readonly version: MinutesData['version'];
  readonly signing: MinutesData['signing'];
  readonly software: string;
}

/** 评审会议纪要 as data, assembled from the store and the result. */
export function minutesData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  choice: MinutesChoice,
): MinutesData {
  const { round, view } = result;
  const seats = seatsOf(db, reviewId);
  const named = (wanted: (seat: SeatRow) => boolean): string =>
    seats
      .filter(wanted)
      .map(({ name }) => name)
      .join('、');
  const ofRole = (role: SeatRow['role']): string | undefined =>
    named((seat) => seat.role === role) || undefined;
  const authority = fingerprint(round.freezing.authority_public);
  return {
    ...frameOf(db, round.review, choice.software),
    version: choice.version,
    signing: choice.signing,
    title: titleWith(round.review, '会议纪要'),
    city: '',
    organisation: round.review.organiser,
    sessions: sessions(db, reviewId, seats),
    basis: round.scheme.source.basis ?? [],
    chair: named(({ chair }) => chair === 1),
    secretary: ofRole('secretary') ?? '',
    recorder: ofRole('recorder'),
    supervisor: ofRole('supervisor'),
    panel: { formation: formation(round.members), members: round.members.map(printedMember) },
    recusals: round.recusals.flatMap((row) => {
      const seat = round.members.find(({ id }) => id === row.seat_id);
      const enterprise = nameOf(result, row.dossier_id);
      if (seat === undefined) return [];
      return [{ member: memberLabel(round.scheme, seat), enterprise, reason: row.reason }];
    }),
    absences: absences(result),
    process: process(db, result, seats),
    rules: [...ruleSentences(result), ...guards(round.members)],
    results: results(db, reviewId, result),
    decisions: decisions(result),
    corrections: printedCorrections(db, reviewId),
    dissents: dissentsOf(db, reviewId).map(({ name, text }) => ({ member: name, text })),
    annex: memberAnnex(result),
    scheme: printedScheme(round.scheme.source, round.freezing),
    resultHash: view.resultHash,
    authority,
    authorityAloud: readAloud(authority),
    signatures: slotsOf(db, reviewId, choice.version === 'public' ? 'minutes-public' : 'minutes-archive').map(
      printedSlot,
    ),
  };
}

/** The rules of the calculation in the words that the screen shows too. */
export function ruleSentences({ view }: Pick<ReviewResult, 'view'>): readonly string[] {
  const text = createText('zh-CN');
  return view.rules.map(({ key, values }) => text.of(key, values));
}

function printedMember(seat: SeatRow): PanelMember {
  const role = seat.chair === 1 || seat.deputy === 1 ? roleLabel(seat) : undefined;
  const title = seat.title === '' ? undefined : seat.title;
  return { name: seat.name, organisation: seat.organisation, title, kind: kindLabel(seat), role };
}

function sessions(db: ReadDb, reviewId: string, seats: readonly SeatRow[]): MinutesSession[] {
  const attendance = attendanceOf(db, reviewId);
  return meetingsOf(db, reviewId).map((meeting) => {
    const own = new Map(
      attendance.filter((row) => row.meeting_id === meeting.id).map((row) => [row.seat_id, row]),
    );
    const people = (wanted: (seat: SeatRow, state: string) => boolean): MinutesSession['present'] =>
      seats.flatMap((seat) => {
        const row = own.get(seat.id);
        if (row === undefined || !wanted(seat, row.state)) return [];
        const reason = row.state === 'left-early' ? `提前离席：${row.reason}` : row.reason;
        const said = reason === '' ? undefined : reason;
        return [{ name: seat.name, organisation: seat.organisation || undefined, reason: said }];
      });
    const came = (state: string): boolean => state === 'present' || state === 'left-early';
    return {
      time: `${printedDate(meeting.date)} ${meeting.time}`.trim(),
      place: meeting.place,
      matter: meeting.title,
      present: people((seat, state) => seat.role === 'member' && came(state)),
      excused: people((_seat, state) => state === 'leave'),
      absent: people((_seat, state) => state === 'absent'),
      observing: people((seat, state) => seat.role !== 'member' && came(state)),
    };
  });
}

/** A line an item; a correction on paper says who typed it. */
function printedCorrections(db: ReadDb, reviewId: string): MinutesData['corrections'] {
  return correctionsOf(db, reviewId).flatMap(({ label, name, reason, items, paper }) =>
    items.map(({ item, before, after }) => ({
      member: label,
      enterprise: name,
      item,
      before,
      after,
      reason: paper === null ? reason : `${reason}（纸质更正，${paper.typedBy.join('、')}分别录入）`,
    })),
  );
}

function nameOf({ round }: ReviewResult, dossierId: string): string {
  return round.dossiers.find(({ row }) => row.id === dossierId)?.row.name ?? '';
}

/** One line a member and reason; a member who missed every scored enterprise is absent from all. */
function absences(result: ReviewResult): MinutesAbsence[] {
  const { round } = result;
  const scored = round.dossiers.filter(({ ineligible }) => !ineligible).length;
  return round.members.flatMap((seat) => {
    const own = round.absences.filter((row) => row.seat_id === seat.id);
    const member = memberLabel(round.scheme, seat);
    return [...Map.groupBy(own, ({ reason }) => reason)].map(([reason, rows]): MinutesAbsence => {
      const names = rows.map((row) => nameOf(result, row.dossier_id));
      return { member, scope: rows.length === scored ? '全部企业' : names.join('、'), reason };
    });
  });
}

function results(db: ReadDb, reviewId: string, result: ReviewResult): MinutesResult[] {
  const opinions = new Map(
    opinionsOfResult(db, reviewId, result).map((opinion) => [opinion.dossierId, opinion]),
  );
  return result.view.rows.map((row): MinutesResult => {
    const opinion = opinions.get(row.dossierId);
    const paper = row.sheets.filter((sheet) => sheet.paper).length;
    return {
      rank: row.rank === null ? '—' : String(row.rank),
      name: row.name,
      score: row.score ?? '—',
      exact: row.shown === null || row.shown === row.score ? undefined : row.shown,
      members: String(row.members),
      status: row.ineligible ? '不符合准入条件' : undefined,
      conclusion: conclusionLabel(opinion?.conclusion ?? null),
      opinion: opinion?.text.trim() || undefined,
      paper: paper === 0 ? undefined : `${paper}份纸质`,
    };
  });
}
