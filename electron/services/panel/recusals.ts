import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { activeDossiers, requireDossier } from '../../database/dossiers.ts';
import { insertRecusal, recusalsOf } from '../../database/recusals.ts';
import { requireMember, type SeatRow } from '../../database/seats.ts';
import { dropShare } from '../../database/vaults.ts';
import { noteAct, ownSeat } from '../act.ts';

type Names = 'recusal.names' | 'recusal.list' | 'recusal.record';

export const recusalHandlers: Pick<Handlers, Names> = {
  'recusal.names': (context, { reviewId }) => {
    const seat = ownSeat(context);
    const reasons = reasonsOf(context, reviewId, seat.id);
    return {
      declared: seat.declared_ms !== null,
      names: activeDossiers(context.db, reviewId).map(({ id, number, name }) => ({
        dossierId: id,
        number,
        name,
        reason: reasons.get(id) ?? null,
      })),
    };
  },
  'recusal.list': (context, { reviewId }) =>
    recusalsOf(context.db, reviewId).map((row) => ({
      seatId: row.seat_id,
      dossierId: row.dossier_id,
      reason: row.reason,
      late: row.late === 1,
      atMs: row.made_ms,
    })),
  'recusal.record': (context, { reviewId, seatId, dossierId, reason }) => {
    const seat = requireMember(context.db, reviewId, seatId);
    recuse(context, reviewId, seat, dossierId, reason, seat.declared_ms === null ? 0 : 1);
    return {};
  },
};

function reasonsOf(context: QueryContext, reviewId: string, seatId: string): Map<string, string> {
  const rows = recusalsOf(context.db, reviewId).filter((row) => row.seat_id === seatId);
  return new Map(rows.map((row) => [row.dossier_id, row.reason]));
}

/** Recuses a member from an application; `note` writes the record, under whose name the act was. */
export function recuse(
  context: CommandContext,
  reviewId: string,
  seat: SeatRow,
  dossierId: string,
  reason: string,
  late: 0 | 1,
  note: typeof noteOffice = noteOffice,
): void {
  const dossier = requireDossier(context.db, reviewId, dossierId);
  // A late recusal takes effect at the opening: a sheet handed in before stays sealed and isn't counted.
  insertRecusal(context.db, {
    seat_id: seat.id,
    dossier_id: dossierId,
    reason,
    late,
    made_ms: context.nowMs,
  });
  // The key of its files is taken back; what was read before, nobody can take back.
  if (seat.recipient !== null) dropShare(context.db, dossierId, seat.recipient);
  note(context, seat, 'recused', { name: seat.name, dossier: dossier.name, reason });
}

function noteOffice(
  context: CommandContext,
  { review_id: reviewId }: SeatRow,
  type: string,
  values: Readonly<Record<string, string | number>>,
): void {
  noteAct(context, reviewId, type, values);
}
