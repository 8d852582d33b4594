import { AppError } from '../../../shared/api/problem.ts';
import type { BoardState } from '../../../shared/schema/sheet.ts';
import type { Phase } from '../../../shared/domain/phase.ts';
import type { QueryContext } from '../../api/context.ts';
import { conflictingOf } from '../../database/received-sheets.ts';
import type { SeatRow } from '../../database/seats.ts';
import { blobAt, latestBlob } from '../../database/sheets.ts';
import type { SentEnvelope } from '../../exchange/sheet-parts.ts';
import { checkEnvelope, type CheckedEnvelope } from '../../signing/envelope.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws } from '../../signing/jws.ts';
import { isOfToday, type SignedManifests } from '../dossiers/signed-manifests.ts';
import type { RosterPayload } from '../panel/roster.ts';
import type { SignedRosters } from '../panel/signed-rosters.ts';

/** What is the same for every envelope of one letter. */
export interface IntakeRound {
  readonly reviewId: string;
  readonly schemeHash: string;
  readonly phase: Phase;
  readonly seat: SeatRow;
  readonly rosters: SignedRosters;
  readonly presentRoster: RosterPayload;
  readonly manifests: SignedManifests;
  /** Where the pair stood before the letter; undefined for an application that isn't scored. */
  readonly stateBefore: (dossierId: string) => BoardState | undefined;
}

export type Judgement =
  | {
      readonly outcome: 'received' | 'waiting' | 'evidence';
      readonly checked: CheckedEnvelope;
      readonly key: string;
    }
  | { readonly outcome: 'already'; readonly hash: string }
  /** `hash` is null where not even the envelope's payload can be read. */
  | { readonly outcome: 'refused'; readonly reason: string; readonly hash: string | null };

/** Judges one envelope against what is in the chain now (resources/spec/exchange.md, Sheets). */
export function judgeEnvelope(context: QueryContext, round: IntakeRound, sent: SentEnvelope): Judgement {
  const hash = identityOf(sent.envelope);
  const refuse = (reason: string): Judgement => ({ outcome: 'refused', reason, hash });
  const { seat, rosters } = round;
  const there = blobAt(context.db, seat.id, sent.dossier, sent.seq);
  if (there !== undefined && there.envelope_hash === hash) return { outcome: 'already', hash };
  const roster = hash === null ? undefined : rosters.get(namedRosterOf(sent.envelope));
  if (roster === undefined) return refuse('roster-unknown');
  const key = roster.seats.find((one) => one.seat === seat.id)?.publicKey ?? null;
  if (key === null) return refuse('roster-unknown');
  const checked = checkedOrReason(round, sent, key);
  if (typeof checked === 'string') return refuse(checked);
  if (key !== seat.public_key) return refuse('key-revoked');
  // Before the evidence: refused once, its member used the number again, and the old letter may come once more.
  if (sealsOf(roster) !== sealsOf(round.presentRoster)) return refuse('older-roster');
  const { manifestHash, kind } = checked.envelope;
  // A withdrawal judges nothing, so that it may rest on an older list.
  if (kind === 'sheet' && manifestHash !== null && !isOfToday(round.manifests, manifestHash, sent.dossier))
    return refuse('older-manifest');
  if (there !== undefined) return { outcome: 'evidence', checked, key };
  const closed = refusalOfPair(round, sent.dossier);
  if (closed !== null) return refuse(closed);
  return { outcome: follows(context, round, sent, checked) ? 'received' : 'waiting', checked, key };
}

/** SHA-256 of the payload, null when there is none to be read. */
function identityOf(envelope: string): string | null {
  try {
    return sha256Hex(readUnverifiedJws(envelope).payload);
  } catch {
    return null;
  }
}

function namedRosterOf(envelope: string): string {
  try {
    const payload: unknown = JSON.parse(readUnverifiedJws(envelope).payload.toString('utf8'));
    const { rosterHash } = (payload ?? {}) as { rosterHash?: unknown };
    return typeof rosterHash === 'string' ? rosterHash : '';
  } catch {
    return '';
  }
}

function checkedOrReason(round: IntakeRound, sent: SentEnvelope, key: string): CheckedEnvelope | string {
  const { reviewId: review, schemeHash, seat } = round;
  const { dossier, seq } = sent;
  try {
    const checked = checkEnvelope(sent.envelope, key, { review, schemeHash, member: seat.id, dossier, seq });
    const { sealedHash } = checked.envelope;
    const altered = sent.sealed === null ? sealedHash !== null : sha256Hex(sent.sealed) !== sealedHash;
    return altered ? 'sealed-altered' : checked;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.problem.values?.['reason'] === 'different-review' ? 'other-review' : 'envelope-invalid';
  }
}

/** Why this pair takes nothing in; null when it does. */
function refusalOfPair({ phase, stateBefore }: IntakeRound, dossierId: string): string | null {
  const state = stateBefore(dossierId);
  if (state === undefined) return 'not-scored';
  if (state === 'recused' || state === 'absent') return state;
  if (state === 'paper' || state === 'paper-typed') return 'on-paper';
  // A missing sheet may still come after the closing; one that is in can't be changed any more.
  const open = phase === 'scoring' || (phase === 'closed' && state !== 'received');
  return open ? null : 'after-closing';
}

/** Whom sheets of this roster are sealed to: secretary, chair, deputy. */
function sealsOf({ seats }: RosterPayload): string {
  const keepers = seats.filter(({ role, chair, deputy }) => role === 'secretary' || chair || deputy);
  return JSON.stringify(keepers.map(({ seat, chair, recipient }) => [seat, chair, recipient]).toSorted());
}

/** The next number, and its `previous` is the one in force or evidence with that number. */
function follows(
  { db }: QueryContext,
  { seat }: IntakeRound,
  { dossier, seq }: SentEnvelope,
  { envelope }: CheckedEnvelope,
): boolean {
  const last = latestBlob(db, seat.id, dossier);
  if (seq !== (last?.seq ?? 0) + 1) return false;
  if (last === undefined) return envelope.previous === null;
  const known = conflictingOf(db, seat.id, dossier, last.seq).map((row) => row.envelope_hash);
  return [last.envelope_hash, ...known].some((hash) => hash === envelope.previous);
}
