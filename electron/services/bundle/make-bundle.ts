import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import { slow, type Refusal } from '../../api/handler.ts';
import { addRecord, recordEndOf, recordOf, type RecordBody, type RecordRow } from '../../database/record.ts';
import { frozen, reviewById, touchReview } from '../../database/reviews.ts';
import { recordHash } from '../../exchange/bundle/checks/record.ts';
import type { Decisions, Statement } from '../../exchange/bundle/payloads.ts';
import { publishFrom, signBundle, type BundleSigners } from '../../exchange/bundle/sign-bundle.ts';
import { verifyBundle } from '../../exchange/bundle/verify-bundle.ts';
import { writeBundle } from '../../exchange/bundle/write-bundle.ts';
import type { Signer } from '../../signing/envelope.ts';
import { ownPerson } from '../act.ts';
import { openAuthority } from '../panel/roster.ts';
import { resultOf } from '../results/tally.ts';
import { soundRecord } from '../review/sound-record.ts';
import { requireKeeper } from '../sessions/keeper.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { decisionsOf } from './decisions.ts';
import { gatherDocuments, gatherParts, type Parts } from './gather-parts.ts';
import { storeBundle } from './store-bundle.ts';

interface MakeInput {
  readonly reviewId: string;
  readonly keeper: { readonly seatId: string; readonly passphrase: string } | null;
}

interface Gathered {
  readonly reviewId: string;
  readonly title: string;
  readonly authority: Signer;
  readonly holder: KeyHolder | null;
  readonly parts: Parts;
  readonly decisions: Decisions;
  readonly documents: Statement['documents'];
  readonly record: readonly RecordRow[];
  /** Of the result on screen and in the minutes; the bundle's own recount must come to the same. */
  readonly resultHash: string;
  readonly actor: string;
  readonly nowMs: number;
}

interface Prepared {
  readonly tried: Tried | null;
  readonly bytes: Uint8Array;
  /** The closing entry that the statement names; it is written exactly so. */
  readonly closing: RecordBody;
  readonly before: number;
}

/**
 * 结果数据包: closes the record, signs decisions and statement, and stores the file after the own verifier has
 * found nothing wrong with it.
 */
export const makeBundle = slow({
  gather: (context, input: MakeInput) => gather(context, input),
  prepare: (gathered: Gathered) => prepare(gathered),
  commit: (context, input, prepared): { documentId: string } | Refusal => {
    const refusal = prepared.tried === null ? null : countTries(context, [prepared.tried], ['keeper']);
    return refusal ?? commit(context, input, prepared);
  },
});

function gather(context: QueryContext, { reviewId, keeper }: MakeInput): Gathered {
  const { db, environment } = context;
  const authority = openAuthority(context, frozen(db, reviewId));
  if (authority === null) throw new AppError('not-permitted');
  const seat = keeper === null ? null : requireKeeper(context, reviewId, keeper.seatId);
  const parts = gatherParts(db, reviewId);
  const nowMs = environment.nowMs();
  return {
    reviewId,
    title: reviewById(db, reviewId).title,
    authority,
    holder:
      seat === null || keeper === null ? null : gatherKeyHolder(context, seat.person_id, keeper.passphrase),
    documents: gatherDocuments(db, reviewId, parts),
    parts,
    decisions: decisionsOf(db, reviewId, seat?.id ?? '', nowMs),
    record: soundRecord(db, reviewId),
    resultHash: resultOf(db, reviewId).view.resultHash,
    actor: ownPerson(context).name,
    nowMs,
  };
}

async function prepare(gathered: Gathered): Promise<Prepared> {
  const { holder, record, decisions, resultHash, actor, nowMs } = gathered;
  const tried = holder === null ? null : await tryPassphrase(holder);
  const before = record.length;
  const values = { resultHash, entries: before + 1 };
  const closing: RecordBody = { type: 'result-closed', values, actor, role: 'secretary', claimedMs: nowMs };
  if (tried !== null && tried.keys === null) return { tried, bytes: new Uint8Array(), closing, before };
  const keys = tried?.keys ?? null;
  const keeper =
    keys === null ? null : { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  const bytes = await writeBundle(sign(gathered, { authority: gathered.authority, keeper }, closing));
  requireSound(bytes, decisions);
  return { tried, bytes, closing, before };
}

function sign(gathered: Gathered, signers: BundleSigners, closing: RecordBody): Parts {
  const { reviewId: review, title, parts, decisions, documents, record, resultHash, nowMs } = gathered;
  const result = publishFrom(parts, decisions);
  if (result.resultHash !== resultHash)
    throw new AppError('data-corrupt', { detail: 'result hash of the bundle' });
  const seq = record.length + 1;
  const previous = record.at(-1)?.hash ?? '';
  const body = JSON.stringify(closing);
  const entries = [
    ...record.map((row) => ({ seq: row.seq, previous: row.prev_hash, hash: row.hash, body: row.body })),
    { seq, previous, hash: recordHash(seq, previous, body), body },
  ];
  return signBundle(parts, signers, {
    review,
    title,
    decisions,
    result,
    entries,
    documents,
    claimedMs: nowMs,
  });
}

/** What we hand out must pass our own verifier. @throws AppError `data-corrupt` with the first check that fails */
function requireSound(bytes: Uint8Array, { review }: Decisions): void {
  const bad = verifyBundle(bytes).lines.find(({ state }) => state === 'bad');
  if (bad === undefined) return;
  const [{ reason = '', place = '' } = {}] = bad.failures;
  throw new AppError('data-corrupt', { detail: `bundle of ${review}, ${bad.number} ${reason} ${place}` });
}

function commit(
  context: CommandContext,
  { reviewId }: MakeInput,
  prepared: Prepared,
): { documentId: string } {
  const { db } = context;
  const { closing, before, bytes } = prepared;
  if (recordEndOf(db, reviewId).size !== before) throw new AppError('stale');
  addRecord(db, reviewId, closing);
  touchReview(db, reviewId, context.nowMs);
  if (recordOf(db, reviewId).length !== before + 1) throw new AppError('stale');
  return storeBundle(context, reviewId, { kind: 'result-bundle', word: '结果数据包', bytes });
}
