import { Decrypter, Encrypter } from 'age-encryption';
import { AppError } from '../../../shared/api/problem.ts';
import type { PaperEntryRow } from '../../database/paper.ts';
import { fingerprint, sha256Hex } from '../../signing/fingerprint.ts';
import { signJws, verifyJws } from '../../signing/jws.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';

export const PAPER_TYPE = 'panel-paper-sheet';

/** What a typist read off the paper. */
export interface PaperPayload {
  readonly kind: 'paper-sheet';
  readonly review: string;
  readonly schemeHash: string;
  readonly dossier: string;
  readonly member: string;
  readonly typist: string;
  readonly scanHash: string;
  readonly scores: Readonly<Record<string, string | null>>;
}

/** Signs the entry with the typist's key. */
export function signPaperEntry(keys: OpenProfileKeys, body: object): string {
  const header = { typ: PAPER_TYPE, kid: fingerprint(keys.signingPublicSpki) };
  return signJws(keys.signingPrivateKey, header, Buffer.from(JSON.stringify(body), 'utf8'));
}

/** Seals a signed entry to every office seat. */
export async function sealPaperEntry(jws: string, recipients: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(jws);
}

/** @throws AppError `signature-invalid` when it isn't sealed for this key or not signed by its typist */
export async function openPaperEntry(
  row: PaperEntryRow,
  identity: string,
): Promise<{ jws: string; payloadHash: string; payload: PaperPayload }> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  let jws: string;
  try {
    jws = await decrypter.decrypt(row.sealed, 'text');
  } catch {
    throw new AppError('signature-invalid', { reason: 'paper-sealed' });
  }
  const bytes = verifyJws(jws, row.public_key, PAPER_TYPE);
  const payload = JSON.parse(bytes.toString('utf8')) as PaperPayload;
  if (payload.member !== row.seat_id || payload.dossier !== row.dossier_id) {
    throw new AppError('signature-invalid', { reason: 'payload-elsewhere' });
  }
  return { jws, payloadHash: sha256Hex(bytes), payload };
}
