import { AppError } from '../../../shared/api/problem.ts';
import type { QueryContext } from '../../api/context.ts';
import { freezingOf } from '../../database/reviews.ts';
import { seatById, seatOfPerson, type SeatRow } from '../../database/seats.ts';
import type { LetterManifest } from '../../exchange/letter-manifest.ts';
import { refused } from '../../exchange/parts.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { signedRosters } from '../panel/signed-rosters.ts';

/**
 * The key under which a seat may write to the office: any that a roster listed for it, so that what a revoked
 * one signed is refused by its own sentence.
 * @throws AppError `data-corrupt` `other-review` unless the unlocked person is that review's secretary
 */
export function memberKey(
  context: QueryContext,
  kid: string,
  { review, from }: LetterManifest,
): string | undefined {
  const personId = context.session.person?.personId;
  const seat = personId === undefined ? undefined : seatOfPerson(context.db, review, personId);
  if (seat?.role !== 'secretary') throw refused('other-review');
  if (freezingOf(context.db, review) === undefined) return undefined;
  return (
    [...signedRosters(context.db, review).values()]
      .flatMap(({ seats }) => seats)
      .find((one) => one.seat === from && one.publicKey !== null && fingerprint(one.publicKey) === kid)
      ?.publicKey ?? undefined
  );
}

/** The seat that a letter is from. @throws AppError `data-corrupt` `unknown-sender` for one that left */
export function senderSeat(context: QueryContext, { review, from }: LetterManifest): SeatRow {
  try {
    return seatById(context.db, review, from);
  } catch (error) {
    if (error instanceof AppError && error.problem.code === 'not-found') throw refused('unknown-sender');
    throw error;
  }
}

/** @throws AppError `data-corrupt` `key-revoked` unless the letter is signed with the seat's present key */
export function requirePresentKey(seat: SeatRow, senderSpki: string): void {
  if (seat.public_key !== senderSpki) throw refused('key-revoked', { name: seat.name });
}
