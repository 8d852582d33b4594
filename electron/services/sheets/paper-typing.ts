import { AppError } from '../../../shared/api/problem.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import type { QueryContext } from '../../api/context.ts';
import type { PaperEntryRow } from '../../database/paper.ts';
import { seatsOf } from '../../database/seats.ts';
import { ownSeat } from '../act.ts';
import { isRosterStale } from '../panel/roster.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import { gatherKeyHolder, tryPassphrase, type KeyHolder, type Tried } from '../sessions/passphrase-check.ts';
import { notReady } from './desk.ts';
import { fullContent } from './full-content.ts';
import { openPaperEntry, sealPaperEntry, signPaperEntry } from './paper-seal.ts';
import { placeOfReview, requireFreshManifest } from './sheet-place.ts';

export interface TypingInput {
  readonly reviewId: string;
  readonly seatId: string;
  readonly dossierId: string;
  readonly content: SheetContent;
  readonly passphrase: string;
}

/** The paper that is typed: number of the version it becomes, its scan, what was typed of it so far. */
export interface TypedPaper {
  readonly seq: number;
  readonly scanHash: string | null;
  readonly entries: readonly PaperEntryRow[];
}

export interface Typing {
  readonly holder: KeyHolder;
  readonly content: SheetContent;
  readonly items: readonly string[];
  readonly place: Readonly<Record<string, string | number>>;
  readonly scanHash: string;
  readonly recipients: readonly string[];
  /** What the other typist entered, if it has been. */
  readonly other: PaperEntryRow | undefined;
  readonly nowMs: number;
}

/** A signed and sealed entry beside the other typist's. */
export interface Typed {
  readonly tried: Tried;
  readonly scanHash: string;
  readonly scores: SheetContent['scores'];
  readonly jws: string;
  readonly sealed: Uint8Array;
  readonly differences: readonly string[];
  readonly other: PaperEntryRow | undefined;
  /** The other typist's signed text and the hash of its payload. */
  readonly known: { readonly jws: string; readonly payloadHash: string } | null;
}

export interface Entered {
  readonly state: 'typed-once' | 'differs' | 'agreed';
  readonly differences: string[];
}

/**
 * Reads what one typist's entry needs.
 * @throws AppError `not-ready` without a scan or with a roster or manifest to renew, `bad-input` with every wrong cell,
 *   `conflict` when two others have typed it
 */
export function gatherTyping(context: QueryContext, input: TypingInput, paper: TypedPaper): Typing {
  const { reviewId, seatId, dossierId } = input;
  const typist = ownSeat(context);
  // Every typist's key stands in the roster that the entry names, so that nobody else's entry counts.
  if (isRosterStale(context, reviewId)) throw notReady(['desk.rosterStale']);
  requireFreshManifest(context.db, reviewId, [dossierId]);
  if (paper.scanHash === null) throw new AppError('not-ready', { what: 'scan' });
  const scheme = frozenScheme(context.db, reviewId);
  const content = fullContent(scheme, input.content);
  const others = paper.entries.filter((row) => row.typist_id !== typist.person_id);
  if (others.length > 1) throw new AppError('conflict', { what: 'two-typists' });
  return {
    holder: gatherKeyHolder(context, typist.person_id, input.passphrase),
    content,
    items: scheme.items.map(({ id }) => id),
    place: {
      ...placeOfReview(context.db, reviewId),
      dossier: dossierId,
      member: seatId,
      typist: typist.id,
      scanHash: paper.scanHash,
      nonce: context.environment.newId(),
      seq: paper.seq,
    },
    scanHash: paper.scanHash,
    // Every office seat can open an entry, so that the second typing is compared at once.
    recipients: seatsOf(context.db, reviewId).flatMap(({ role, recipient }) =>
      role === 'member' || recipient === null ? [] : [recipient],
    ),
    other: others[0],
    nowMs: context.environment.nowMs(),
  };
}

/** Signs and seals the entry and compares it with the other typist's; works without a connection. */
export async function prepareTyping(typing: Typing): Promise<Typed> {
  const { holder, content, place, other, scanHash } = typing;
  const tried = await tryPassphrase(holder);
  const { scores, comments, overall } = content;
  const empty = { tried, scanHash, scores, jws: '', sealed: new Uint8Array(), differences: [], other };
  if (tried.keys === null) return { ...empty, known: null };
  const claimedMs = typing.nowMs;
  const body = { format: 2, kind: 'paper-sheet', ...place, scores, comments, overall, claimedMs };
  const jws = signPaperEntry(tried.keys, body);
  const sealed = await sealPaperEntry(jws, typing.recipients);
  if (other === undefined) return { ...empty, jws, sealed, known: null };
  const known = await openPaperEntry(other, tried.keys.ageIdentity);
  const differences = typing.items.filter((id) => known.payload.scores[id] !== scores[id]);
  return { ...empty, jws, sealed, differences, known };
}

/**
 * The entry as a row, if nothing changed while it was signed.
 * @throws AppError `stale`
 */
export function typedRow(
  context: QueryContext & { readonly nowMs: number },
  place: Pick<TypingInput, 'seatId' | 'dossierId'>,
  paper: TypedPaper,
  typed: Typed,
): Omit<PaperEntryRow, 'typist'> {
  const typistId = ownSeat(context).person_id;
  const other = paper.entries.find((row) => row.typist_id !== typistId);
  if (other?.made_ms !== typed.other?.made_ms || paper.scanHash !== typed.scanHash)
    throw new AppError('stale');
  return {
    seat_id: place.seatId,
    dossier_id: place.dossierId,
    typist_id: typistId,
    sealed: typed.sealed,
    public_key: typed.tried.keys?.signingPublicSpki ?? '',
    differences: JSON.stringify(typed.differences),
    made_ms: context.nowMs,
  };
}

/** Where the paper stands after this entry. */
export function enteredOf({ other, differences }: Typed): Entered {
  const state = other === undefined ? 'typed-once' : differences.length > 0 ? 'differs' : 'agreed';
  return { state, differences: [...differences] };
}

/** Where a paper stands by what was typed of it; names of items, never values. */
export function typingState(
  entries: readonly PaperEntryRow[],
): Entered | { readonly state: 'registered'; readonly differences: string[] } {
  const differences = JSON.parse(entries[0]?.differences ?? '[]') as string[];
  if (entries.length === 0) return { state: 'registered', differences };
  if (entries.length === 1) return { state: 'typed-once', differences };
  return { state: differences.length > 0 ? 'differs' : 'agreed', differences };
}
