import type { Enrolment, EnrolledSeat, WaitingCard } from '../../../shared/schema/enrolment.ts';
import type { QueryContext } from '../../api/context.ts';
import { cardsOf } from '../../database/cards.ts';
import { outboxOf } from '../../database/letters.ts';
import { packagesOf } from '../../database/packages.ts';
import { activeProfile } from '../../database/profiles.ts';
import { membersOf, seatsOf, type SeatRow } from '../../database/seats.ts';
import { readCard } from '../../exchange/card.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import { readAloud } from '../../signing/fingerprint.ts';

/** Cards that wait, and for every member where the keys are and which package was made for them. */
export function enrolmentView(context: QueryContext, reviewId: string): Enrolment {
  const seats = seatsOf(context.db, reviewId);
  const cards = cardsOf(context.db, reviewId)
    .filter(({ state }) => state === 'waiting')
    .map(({ jws, received_ms: receivedMs }): WaitingCard => {
      const { card, fingerprint } = readCard(jws);
      const { kind, name, organisation } = card;
      return {
        fingerprint,
        digits: kind === 'own' ? readAloud(fingerprint) : null,
        kind,
        name,
        organisation,
        seatId: kind === 'seat' ? card.seat : proposedSeat(seats, name, organisation),
        receivedMs,
      };
    });
  return { cards, seats: membersOf(context.db, reviewId).map((seat) => seatOf(context, reviewId, seat)) };
}

/** The one seat of that name; of two alike the one of the same organisation. */
function proposedSeat(seats: readonly SeatRow[], name: string, organisation: string): string | null {
  const named = seats.filter((seat) => seat.name === name && seat.role !== 'secretary');
  const same = named.filter((seat) => seat.organisation === organisation);
  const found = named.length === 1 ? named : same;
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function seatOf(context: QueryContext, reviewId: string, seat: SeatRow): EnrolledSeat {
  const { db } = context;
  const addressee = seat.recipient === null ? '' : addresseeOf(seat.recipient);
  const last = packagesOf(db, reviewId).findLast(
    (row) => row.seat_id === seat.id && row.addressee === addressee,
  );
  const waits = outboxOf(db, reviewId).some(
    (row) => row.addressee === addressee && (row.kind === 'package' || row.kind === 'supplement'),
  );
  return {
    seatId: seat.id,
    name: seat.name,
    organisation: seat.organisation,
    place: placeOf(context, seat),
    packageVersion: last?.version ?? 0,
    packageWaits: last !== undefined && waits,
    packageMs: last?.made_ms ?? null,
  };
}

function placeOf({ db }: QueryContext, seat: SeatRow): EnrolledSeat['place'] {
  const profile = activeProfile(db, seat.person_id);
  if (profile === undefined) return 'none';
  if (profile.place === 'here') return 'here';
  return profile.guard === 'pin' ? 'seat' : 'own';
}
