import { AppError } from '../../../shared/api/problem.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Refusal } from '../../api/handler.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { insertOpenedSheet } from '../../database/openings.ts';
import { reopeningsOf } from '../../database/reopenings.ts';
import { membersOf, seatsOf } from '../../database/seats.ts';
import { isOnPaper } from './correction-paper.ts';
import { insertBlob, latestBlob } from '../../database/sheets.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { signJws } from '../../signing/jws.ts';
import {
  formatOf,
  sealSheet,
  SHEET_TYPE,
  type SealedSheet,
  type SheetPlace,
} from '../../signing/sealed-sheet.ts';
import { noteAct, ownSeat } from '../act.ts';
import { notReady } from '../sheets/desk.ts';
import { fullContent } from '../sheets/full-content.ts';
import { placeOfReview, requireFreshManifest } from '../sheets/sheet-place.ts';
import { scoreRowsOf } from '../opening/score-rows.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { isRosterStale } from '../panel/roster.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';

interface CorrectionInput {
  readonly reviewId: string;
  readonly dossierId: string;
  readonly content: SheetContent;
  readonly passphrase: string;
}

interface Gathered {
  readonly holder: KeyHolder;
  readonly place: SheetPlace;
  readonly previous: string | null;
  readonly payload: Uint8Array;
  readonly chairs: readonly string[];
  readonly secretary: string;
}

interface Prepared {
  readonly tried: Tried;
  readonly gathered: Gathered;
  readonly sealed: SealedSheet | null;
  readonly jws: string;
}

/** The corrected sheet is signed and sealed like any other, and its projection added in the same act. */
export const submitCorrection = slow({
  gather: (context, input: CorrectionInput) => gather(context, input),
  prepare: async (gathered: Gathered): Promise<Prepared> => {
    const tried = await tryPassphrase(gathered.holder);
    if (tried.keys === null) return { tried, gathered, sealed: null, jws: '' };
    const { signingPrivateKey: privateKey, signingPublicSpki: publicSpki } = tried.keys;
    const { payload } = gathered;
    const sealed = await sealSheet({ ...gathered, signer: { privateKey, publicSpki } });
    const jws = signJws(privateKey, { typ: SHEET_TYPE, kid: fingerprint(publicSpki) }, payload);
    return { tried, gathered, sealed, jws };
  },
  commit: (context, input, prepared): Record<string, never> | Refusal => {
    const refusal = countTries(context, [prepared.tried], ['own']);
    if (refusal !== null) return refusal;
    store(context, input, prepared);
    return {};
  },
});

function gather(
  context: QueryContext,
  { reviewId, dossierId, content, passphrase }: CorrectionInput,
): Gathered {
  const seat = ownSeat(context);
  const open = reopeningsOf(context.db, reviewId).find(
    (row) => row.seat_id === seat.id && row.dossier_id === dossierId && row.done === 0,
  );
  if (open === undefined) throw new AppError('conflict', { what: 'not-reopened' });
  // A paper sheet is corrected on paper: a new one, signed, typed by two people.
  if (isOnPaper(context.db, seat.id, dossierId)) throw new AppError('conflict', { what: 'correction-paper' });
  if (isRosterStale(context, reviewId)) throw notReady(['desk.rosterStale']);
  requireFreshManifest(context.db, reviewId, [dossierId]);
  const scheme = frozenScheme(context.db, reviewId);
  const { scores, comments, overall } = fullContent(scheme, content);
  const place = {
    ...placeOfReview(context.db, reviewId),
    dossier: dossierId,
    member: seat.id,
    seq: open.seq,
  };
  const nonce = context.environment.newId();
  const claimedMs = context.environment.nowMs();
  const body = {
    format: formatOf(place),
    kind: 'sheet',
    ...place,
    nonce,
    scores,
    comments,
    overall,
    claimedMs,
  };
  const recipients = membersOf(context.db, reviewId).filter(
    ({ chair, deputy }) => chair === 1 || deputy === 1,
  );
  return {
    holder: gatherKeyHolder(context, seat.person_id, passphrase),
    place,
    previous: latestBlob(context.db, seat.id, dossierId)?.envelope_hash ?? null,
    payload: Buffer.from(JSON.stringify(body), 'utf8'),
    chairs: recipients.flatMap(({ recipient }) => (recipient === null ? [] : [recipient])),
    secretary: seatsOf(context.db, reviewId).find(({ role }) => role === 'secretary')?.recipient ?? '',
  };
}

function store(context: CommandContext, { reviewId, dossierId }: CorrectionInput, prepared: Prepared): void {
  const seat = ownSeat(context);
  const { sealed, gathered, jws } = prepared;
  const { place, payload, previous } = gathered;
  const blob = latestBlob(context.db, seat.id, dossierId);
  if (sealed === null || (blob?.envelope_hash ?? null) !== previous) throw new AppError('stale');
  outdateMinutes(context, reviewId);
  insertBlob(context.db, {
    review_id: reviewId,
    seat_id: seat.id,
    dossier_id: dossierId,
    seq: place.seq,
    kind: 'sheet',
    envelope: sealed.envelope,
    sealed: sealed.sealed,
    envelope_hash: sealed.envelopeHash,
    public_key: seat.public_key ?? '',
    received_ms: context.nowMs,
  });
  const { scores } = JSON.parse(Buffer.from(payload).toString('utf8')) as { scores: Record<string, string> };
  insertOpenedSheet(context.db, {
    reviewId,
    seatId: seat.id,
    dossierId,
    seq: place.seq,
    source: 'laptop',
    jws,
    secondJws: null,
    payloadHash: sha256Hex(payload),
    envelopeHash: sealed.envelopeHash,
    hundredths: scoreRowsOf(frozenScheme(context.db, reviewId), scores),
  });
  const dossier = requireDossier(context.db, reviewId, dossierId).name;
  noteAct(context, reviewId, 'sheet-corrected', { name: seat.name, dossier, seq: place.seq });
}
