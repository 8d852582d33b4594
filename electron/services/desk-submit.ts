import { AppError } from '../../shared/api/problem.ts';
import { checkSheet } from '../../shared/domain/sheet.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import type { CommandContext, QueryContext } from '../api/context.ts';
import { slow, type Handlers, type Refusal } from '../api/handler.ts';
import { frozen, reviewById } from '../database/reviews.ts';
import { currentRoster } from '../database/rosters.ts';
import { membersOf, seatsOf, type SeatRow } from '../database/seats.ts';
import { insertBlob, latestBlob, latestDraft } from '../database/sheets.ts';
import { sealSheet, signWithdrawal, type SealedSheet, type SheetPlace } from '../signing/sealed-sheet.ts';
import { checkEnvelope } from '../signing/envelope.ts';
import { noteAct, ownSeat } from './act.ts';
import { notReady, openZeros, requireOpenSheet, submitBlockedBy } from './desk.ts';
import { readDraft } from './desk-drafts.ts';
import { pairsOf } from './pairs.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from './passphrase-check.ts';
import { frozenScheme } from './scheme-store.ts';

/** One sheet as it is going to be signed. */
interface Ready {
  readonly place: SheetPlace;
  readonly previous: string | null;
  readonly content: SheetContent;
  readonly draftRevision: number;
  readonly name: string;
}

interface Gathered {
  readonly holder: KeyHolder;
  readonly sheets: readonly Ready[];
  readonly chairs: readonly string[];
  readonly secretary: string;
  readonly nowMs: number;
  readonly nonces: readonly string[];
}

interface Prepared {
  readonly tried: Tried;
  readonly sealed: readonly { readonly ready: Ready; readonly sheet: SealedSheet }[];
}

interface SubmitInput {
  readonly reviewId: string;
  readonly dossierIds: readonly string[];
  readonly passphrase: string;
}

export const submitHandlers: Pick<Handlers, 'desk.submit' | 'desk.withdraw'> = {
  'desk.submit': slow({
    gather: (context, input) => gather(context, input),
    prepare: (gathered) => seal(gathered),
    commit: (context, input, prepared): Submitted | Refusal => {
      const refusal = countTries(context, [prepared.tried], ['own']);
      return refusal ?? store(context, input, prepared);
    },
  }),
  'desk.withdraw': slow({
    gather: (context, { reviewId, dossierId, passphrase }) => {
      const seat = ownSeat(context);
      if (pairsOf(context.db, reviewId).stateOf(seat.id, dossierId) !== 'received') {
        throw new AppError('conflict', { what: 'not-submitted' });
      }
      return gatherKeyHolder(context, seat.person_id, passphrase);
    },
    prepare: (holder) => tryPassphrase(holder),
    commit: (context, { reviewId, dossierId, reason }, tried: Tried): Record<string, never> | Refusal => {
      const refusal = countTries(context, [tried], ['own']);
      if (refusal !== null) return refusal;
      withdraw(context, reviewId, dossierId, reason, tried);
      return {};
    },
  }),
};

interface Submitted {
  readonly submitted: { dossierId: string; seq: number; hash: string }[];
}

function gather(context: QueryContext, input: SubmitInput): Gathered {
  const seat = ownSeat(context);
  const blocked = submitBlockedBy(context, input.reviewId, seat);
  if (blocked.length > 0) throw notReady(blocked);
  if (new Set(input.dossierIds).size !== input.dossierIds.length)
    throw new AppError('bad-input', { what: 'repeated' });
  const sheets = input.dossierIds.map((dossierId) => readySheet(context, input.reviewId, seat, dossierId));
  const keepers = membersOf(context.db, input.reviewId).filter(
    ({ chair, deputy }) => chair === 1 || deputy === 1,
  );
  const secretary =
    seatsOf(context.db, input.reviewId).find(({ role }) => role === 'secretary')?.recipient ?? null;
  const chairs = keepers.flatMap(({ recipient }) => (recipient === null ? [] : [recipient]));
  if (chairs.length < 2 || secretary === null) throw notReady(['desk.noDeputy']);
  return {
    holder: gatherKeyHolder(context, seat.person_id, input.passphrase),
    ...{ sheets, chairs, secretary },
    nowMs: context.environment.nowMs(),
    nonces: sheets.map(() => context.environment.newId()),
  };
}

/** @throws AppError `bad-input` with every blank or unconfirmed 0 */
function readySheet(context: QueryContext, reviewId: string, seat: SeatRow, dossierId: string): Ready {
  const dossier = requireOpenSheet(pairsOf(context.db, reviewId), seat, dossierId);
  const draft = latestDraft(context.db, seat.id, dossierId);
  const scheme = frozenScheme(context.db, reviewId);
  const content: SheetContent =
    draft === undefined
      ? { scores: {}, comments: {}, overall: '', confirmedZeros: [] }
      : readDraft(context, draft);
  const defects = [
    ...checkSheet(scheme, content.scores).map(({ item, reason, values }) => ({
      item,
      reason: reason as string,
      values,
    })),
    ...openZeros(scheme, content).map((item) => ({ item, reason: 'score-zero-open', values: {} })),
  ];
  if (defects.length > 0) {
    const places = defects.map(({ item, reason, values }) => {
      const index = scheme.itemIndex.get(item);
      const name = index === undefined ? item : (scheme.items[index]?.name ?? item);
      return {
        path: `${dossierId}/${item}`,
        reason,
        values: { ...values, item: name, dossier: dossier.name },
      };
    });
    throw new AppError('bad-input', { what: 'sheet', name: dossier.name }, places);
  }
  const before = latestBlob(context.db, seat.id, dossierId);
  const place = {
    review: reviewId,
    schemeHash: frozen(context.db, reviewId).scheme_hash,
    rosterHash: currentRoster(context.db, reviewId).hash,
    dossier: dossierId,
    member: seat.id,
    seq: (before?.seq ?? 0) + 1,
  };
  return {
    place,
    previous: before?.envelope_hash ?? null,
    content,
    draftRevision: draft?.revision ?? 0,
    name: dossier.name,
  };
}

async function seal(gathered: Gathered): Promise<Prepared> {
  const tried = await tryPassphrase(gathered.holder);
  if (tried.keys === null) return { tried, sealed: [] };
  const signer = { privateKey: tried.keys.signingPrivateKey, publicSpki: tried.keys.signingPublicSpki };
  const { chairs, secretary } = gathered;
  const sealed: { ready: Ready; sheet: SealedSheet }[] = [];
  for (const [index, ready] of gathered.sheets.entries()) {
    const { scores, comments, overall } = ready.content;
    const nonce = gathered.nonces[index];
    const body = {
      format: 1,
      kind: 'sheet',
      ...ready.place,
      nonce,
      scores,
      comments,
      overall,
      claimedMs: gathered.nowMs,
    };
    const payload = Buffer.from(JSON.stringify(body), 'utf8');
    const { place, previous } = ready;
    sealed.push({ ready, sheet: await sealSheet({ signer, place, previous, payload, chairs, secretary }) });
  }
  return { tried, sealed };
}

/** Stores what was sealed, if nothing it rests on changed meanwhile. */
function store(context: CommandContext, input: SubmitInput, prepared: Prepared): Submitted {
  const seat = ownSeat(context);
  const submitted = prepared.sealed.map(({ ready, sheet }) => {
    const now = readySheet(context, input.reviewId, seat, ready.place.dossier);
    const same = JSON.stringify([now.place, now.previous, now.draftRevision]);
    if (same !== JSON.stringify([ready.place, ready.previous, ready.draftRevision]))
      throw new AppError('stale');
    insertBlob(context.db, {
      ...{
        review_id: input.reviewId,
        seat_id: seat.id,
        dossier_id: ready.place.dossier,
        seq: ready.place.seq,
      },
      ...{ kind: 'sheet', envelope: sheet.envelope, sealed: sheet.sealed, envelope_hash: sheet.envelopeHash },
      ...{ public_key: seat.public_key ?? '', received_ms: context.nowMs },
    });
    return { dossierId: ready.place.dossier, seq: ready.place.seq, hash: sheet.envelopeHash };
  });
  const hashes = submitted.map(({ hash }) => hash.slice(0, 16)).join(' ');
  noteAct(context, input.reviewId, 'submitted', { name: seat.name, count: submitted.length, hashes });
  return { submitted };
}

/** A signed tombstone with the next sequence number; the draft is open again. */
function withdraw(
  context: CommandContext,
  reviewId: string,
  dossierId: string,
  reason: string,
  tried: Tried,
): void {
  const seat = ownSeat(context);
  const blob = latestBlob(context.db, seat.id, dossierId);
  if (reviewById(context.db, reviewId).phase !== 'scoring' || blob?.kind !== 'sheet' || tried.keys === null) {
    throw new AppError('conflict', { what: 'not-submitted' });
  }
  const signer = { privateKey: tried.keys.signingPrivateKey, publicSpki: tried.keys.signingPublicSpki };
  const place = {
    ...{ review: reviewId, schemeHash: frozen(context.db, reviewId).scheme_hash },
    ...{
      rosterHash: currentRoster(context.db, reviewId).hash,
      dossier: dossierId,
      member: seat.id,
      seq: blob.seq + 1,
    },
  };
  const envelope = signWithdrawal(signer, place, blob.envelope_hash);
  const { hash } = checkEnvelope(envelope, signer.publicSpki, place);
  insertBlob(context.db, {
    ...{
      review_id: reviewId,
      seat_id: seat.id,
      dossier_id: dossierId,
      seq: place.seq,
      kind: 'withdrawal',
      envelope,
    },
    ...{
      sealed: new Uint8Array(),
      envelope_hash: hash,
      public_key: signer.publicSpki,
      received_ms: context.nowMs,
    },
  });
  noteAct(context, reviewId, 'withdrawn', { name: seat.name, seq: place.seq, reason });
}
