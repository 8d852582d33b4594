import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Refusal } from '../../api/handler.ts';
import {
  documentById,
  insertRevision,
  latestRevision,
  setSignature,
  signaturesOf,
  type SignatureRow,
} from '../../database/documents.ts';
import { frozen } from '../../database/reviews.ts';
import { currentRoster } from '../../database/rosters.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { openOutlineFont } from '../../signing/pdf/outline.ts';
import { signPdf } from '../../signing/pdf/sign.ts';
import { verifyPdf } from '../../signing/pdf/verify.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { noteAct, ownSeat } from '../act.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { chinaDay, printedDate, roleLabel } from './print.ts';
import { countSigned, finishIfSigned } from './signatures.ts';
import { conflict } from '../conflict.ts';

interface SignInput {
  readonly reviewId: string;
  readonly documentId: string;
  readonly passphrase: string;
}

interface Gathered {
  readonly holder: KeyHolder;
  readonly bytes: Uint8Array;
  readonly revision: number;
  readonly field: string;
  readonly name: string;
  readonly role: string;
  readonly title: string;
  /** The signer's certificate and the authority's, base64 DER. */
  readonly certificate: string;
  readonly chain: string;
  readonly authority: string;
  /** How many signed before. */
  readonly earlier: number;
}

interface Prepared {
  readonly tried: Tried;
  readonly signed: Uint8Array;
  readonly revision: number;
}

/** The file circulates: each signature is appended to the newest revision, one after another. */
export const signDocument = slow({
  gather: (context, input: SignInput) => gather(context, input),
  prepare: (gathered: Gathered, environment) => prepare(gathered, environment),
  commit: (context, input, prepared): { signed: number; of: number } | Refusal => {
    const refusal = countTries(context, [prepared.tried], ['own']);
    return refusal ?? commit(context, input, prepared);
  },
});

function gather(context: QueryContext, { reviewId, documentId, passphrase }: SignInput): Gathered {
  const { db } = context;
  const seat = ownSeat(context);
  const { title } = documentById(db, reviewId, documentId);
  const { field } = requireOpenField(context, reviewId, documentId, seat.id);
  const freezing = frozen(db, reviewId);
  const certificates = JSON.parse(currentRoster(db, reviewId).certificates) as Record<string, string>;
  const certificate = certificates[seat.id];
  // The secretary's next unlocking renews the roster and certifies new keys.
  if (certificate === undefined) throw certificateMissing();
  const { bytes, revision } = latestRevision(db, documentId);
  return {
    holder: gatherKeyHolder(context, seat.person_id, passphrase),
    bytes,
    revision,
    field,
    name: seat.name,
    role: roleLabel(seat),
    title,
    certificate,
    chain: freezing.authority_certificate,
    authority: fingerprint(freezing.authority_public),
    earlier: signaturesOf(db, documentId).filter(({ state }) => state === 'signed').length,
  };
}

function certificateMissing(): AppError {
  return new AppError('not-ready', { what: 'certificate' }, [
    { path: '', reason: 'document-need.certificate' },
  ]);
}

/**
 * The caller's own field. Who left early may still sign.
 * @throws AppError `conflict` when the document isn't signed on screen or not by this seat any more
 */
function requireOpenField(
  context: QueryContext,
  reviewId: string,
  documentId: string,
  seatId: string,
): SignatureRow {
  const document = documentById(context.db, reviewId, documentId);
  if (document.superseded_ms !== null) throw conflict('', { what: 'document-superseded' });
  if (document.signing !== 'electronic') throw conflict('', { what: 'not-electronic' });
  const row = signaturesOf(context.db, documentId).find(({ seat_id: seat }) => seat === seatId);
  if (row === undefined) throw new AppError('not-permitted', { what: 'signature' });
  if (row.state === 'signed' || row.state === 'paper') throw conflict('', { what: 'signed-already' });
  return row;
}

async function prepare(gathered: Gathered, environment: Environment): Promise<Prepared> {
  const { holder, revision } = gathered;
  const tried = await tryPassphrase(holder);
  const signed = tried.keys === null ? new Uint8Array() : sign(gathered, tried.keys, environment);
  return { tried, signed, revision };
}

/** Signs and reads the whole file back with the own verifier before anything is stored. */
function sign(gathered: Gathered, keys: OpenProfileKeys, environment: Environment): Uint8Array {
  const nowMs = environment.nowMs();
  const { name, role, field, certificate } = gathered;
  const lines = [name, `${role} ${printedDate(chinaDay(nowMs))}`];
  const bytes = signPdf(gathered.bytes, {
    field,
    privateKey: keys.signingPrivateKey,
    certificate,
    chain: [gathered.chain],
    name,
    reason: `签署${gathered.title}`,
    claimedTime: new Date(nowMs),
    appearance: { lines, font: openOutlineFont(environment.fonts.serif) },
  });
  // By key and not by name: a name may have been corrected since an earlier signature.
  const expected = [{ fingerprint: fingerprint(keys.signingPublicSpki) }];
  const { verdict, problems, signatures } = verifyPdf(bytes, { authority: gathered.authority, expected });
  if (verdict !== 'valid' || signatures.length !== gathered.earlier + 1) {
    throw new AppError('signature-invalid', { reason: problems[0]?.code ?? 'verification' });
  }
  return bytes;
}

function commit(
  context: CommandContext,
  { reviewId, documentId }: SignInput,
  prepared: Prepared,
): { signed: number; of: number } {
  const { db, nowMs } = context;
  const seat = ownSeat(context);
  requireOpenField(context, reviewId, documentId, seat.id);
  const revision = prepared.revision + 1;
  if (latestRevision(db, documentId).revision !== prepared.revision) throw new AppError('stale');
  const sha256 = sha256Hex(prepared.signed);
  insertRevision(db, documentId, { revision, bytes: prepared.signed, sha256, made_ms: nowMs });
  setSignature(db, documentId, seat.id, { state: 'signed', reason: '', made_ms: nowMs });
  const { title } = documentById(db, reviewId, documentId);
  noteAct(context, reviewId, 'document-signed', { name: seat.name, title, hash: sha256 });
  finishIfSigned(context, reviewId, documentId);
  return countSigned(db, documentId);
}
