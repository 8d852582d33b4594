import { AppError } from '../../../shared/api/problem.ts';
import type { Handwriting } from '../../../shared/schema/handwriting.ts';
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
import { noteAct, ownSeat } from '../act.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { chinaInstant, chinaDay, printedDate, roleLabel } from './print.ts';
import { meansOf } from './sign-means.ts';
import type { CertificateFile, Means } from './sign-means.ts';
import { countSigned, finishIfSigned } from './signatures.ts';
import { conflict } from '../conflict.ts';

interface SignInput {
  readonly reviewId: string;
  readonly documentId: string;
  readonly passphrase: string;
  readonly handwriting?: Handwriting | null | undefined;
  readonly certificate?: { readonly uploadId: string; readonly password: string } | null | undefined;
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
  readonly handwriting: Handwriting | undefined;
  readonly file: CertificateFile | undefined;
}

interface Prepared {
  readonly tried: Tried;
  readonly signed: Uint8Array;
  readonly revision: number;
  /** Named in the record where it isn't one of the review. */
  readonly certificate: { readonly name: string; readonly fingerprint: string } | undefined;
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

function gather(context: QueryContext, input: SignInput): Gathered {
  const { reviewId, documentId, passphrase } = input;
  const { db } = context;
  const file = takeCertificateFile(context, input);
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
    handwriting: input.handwriting ?? undefined,
    file,
  };
}

/** The file leaves the session's memory with this call, whatever comes of it. */
function takeCertificateFile(
  { session }: QueryContext,
  { certificate }: SignInput,
): CertificateFile | undefined {
  if (!certificate) return undefined;
  const upload = session.uploads.get(certificate.uploadId);
  if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
  session.uploads.delete(certificate.uploadId);
  return { bytes: upload.bytes, password: certificate.password };
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
  if (tried.keys === null) return { tried, signed: new Uint8Array(), revision, certificate: undefined };
  const means = meansOf(gathered, tried.keys);
  const signed = sign(gathered, means, environment);
  const certificate = means.foreign ? { name: means.name, fingerprint: means.fingerprint } : undefined;
  return { tried, signed, revision, certificate };
}

/** Signs and reads the whole file back with the own verifier before anything is stored. */
function sign(gathered: Gathered, means: Means, environment: Environment): Uint8Array {
  const nowMs = environment.nowMs();
  const { name, role, field, handwriting } = gathered;
  const { serif, fallbacks } = environment.fonts;
  const own = means.foreign ? [`证书：${means.name}`] : [];
  const lines = [
    name,
    role,
    ...own,
    `${printedDate(chinaDay(nowMs))} ${chinaInstant(nowMs).slice(11, 16)}（本机时间）`,
  ];
  const bytes = signPdf(gathered.bytes, {
    field,
    privateKey: means.privateKey,
    certificate: means.certificate,
    chain: means.chain,
    name: means.name,
    reason: `签署${gathered.title}${means.foreign ? `（签署人：${name}）` : ''}`,
    claimedTime: new Date(nowMs),
    appearance: { lines, font: openOutlineFont(serif, ...fallbacks), handwriting },
  });
  requireSound(gathered, means, bytes);
  return bytes;
}

function requireSound(gathered: Gathered, means: Means, bytes: Uint8Array): void {
  // Earlier signers may have used certificates of their own: those were checked when they signed.
  const before = gathered.earlier === 0 ? [] : verifyPdf(gathered.bytes).signatures;
  const earlier = before.flatMap(({ authorityFingerprint }) => authorityFingerprint ?? []);
  // By key and not by name: a name may have been corrected since an earlier signature.
  const expected = [{ fingerprint: means.fingerprint }];
  const authority = [gathered.authority, ...earlier, means.authority];
  const { verdict, problems, signatures } = verifyPdf(bytes, { authority, expected });
  if (verdict !== 'valid' || signatures.length !== gathered.earlier + 1) {
    throw new AppError('signature-invalid', { reason: problems[0]?.code ?? 'verification' });
  }
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
  const { certificate } = prepared;
  const reason = certificate === undefined ? '' : `${certificate.name} ${certificate.fingerprint}`;
  setSignature(db, documentId, seat.id, { state: 'signed', reason, made_ms: nowMs });
  const { title } = documentById(db, reviewId, documentId);
  const values = { name: seat.name, title, hash: sha256 };
  if (certificate === undefined) noteAct(context, reviewId, 'document-signed', values);
  else
    noteAct(context, reviewId, 'document-signed-certificate', {
      ...values,
      certificate: certificate.name,
      fingerprint: certificate.fingerprint,
    });
  finishIfSigned(context, reviewId, documentId);
  return countSigned(db, documentId);
}
