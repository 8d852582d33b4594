import type { CommandContext } from '../../api/context.ts';
import { currentDocument, signaturesOf, supersedeDocument } from '../../database/documents.ts';
import { reviewById } from '../../database/reviews.ts';
import { conflict } from '../conflict.ts';

/**
 * Called before anything changes that the minutes state. Unsigned minutes are superseded, so that nobody
 * signs an outdated text. Signed ones stand: the change is refused, unless the review was stepped back to
 * the opening by a recorded act, which lets go of them.
 * @throws AppError `conflict`
 */
export function outdateMinutes(context: CommandContext, reviewId: string): void {
  const steppedBack = reviewById(context.db, reviewId).phase === 'opened';
  for (const kind of ['minutes-archive', 'minutes-public'] as const) {
    const minutes = currentDocument(context.db, reviewId, kind);
    if (minutes === undefined) continue;
    const signed = signaturesOf(context.db, minutes.id).some(({ state }) => isGiven(state));
    if (signed && !steppedBack) throw conflict('', { what: 'minutes-signed' });
    supersedeDocument(context.db, minutes.id, context.nowMs);
  }
}

/** A new wording supersedes minutes that nobody signed yet; signed ones keep the words they were signed with. */
export function outdateUnsignedMinutes({ db, nowMs }: CommandContext, reviewId: string): void {
  for (const kind of ['minutes-archive', 'minutes-public'] as const) {
    const minutes = currentDocument(db, reviewId, kind);
    if (minutes === undefined) continue;
    if (!signaturesOf(db, minutes.id).some(({ state }) => isGiven(state)))
      supersedeDocument(db, minutes.id, nowMs);
  }
}

/** A signature that was given, on screen or on paper. */
export function isGiven(state: 'waiting' | 'signed' | 'paper' | 'left'): boolean {
  return state === 'signed' || state === 'paper';
}
