import { AppError } from '../../shared/api/problem.ts';
import { deriveKey, newKdf, requireStrongPassphrase, unwrapSecret, wrapSecret } from './passphrase.ts';
import type { Kdf, KdfCost } from './passphrase.ts';

const FORMAT = 'paneldesk-recovery';
const USE = 'paneldesk/1/recovery';

/** Named secrets, e.g. the secretary's age identity and the authority's private key (PKCS#8, base64url). */
export type RecoverySecrets = Readonly<Record<string, string>>;

/** The text of a recovery file, sealed under its own passphrase. Throws `weak-passphrase`. */
export async function makeRecoveryFile(
  passphrase: string,
  secrets: RecoverySecrets,
  cost: KdfCost,
): Promise<string> {
  requireStrongPassphrase(passphrase);
  const kdf = newKdf(cost);
  const bytes = Buffer.from(JSON.stringify(secrets), 'utf8');
  const sealed = wrapSecret(await deriveKey(passphrase, kdf), bytes, USE);
  return `${JSON.stringify({ format: FORMAT, version: 1, kdf, sealed }, undefined, 1)}\n`;
}

/** Throws `wrong-passphrase`, `data-newer`, or `data-corrupt` when it is no recovery file. */
export async function openRecoveryFile(passphrase: string, text: string): Promise<RecoverySecrets> {
  const file = readFile(text);
  const bytes = unwrapSecret(await deriveKey(passphrase, file.kdf), file.sealed, USE);
  if (!bytes) throw new AppError('wrong-passphrase');
  return JSON.parse(bytes.toString('utf8')) as RecoverySecrets;
}

function readFile(text: string): { kdf: Kdf; sealed: string } {
  let value: Partial<Record<string, unknown>> | null;
  try {
    value = JSON.parse(text) as Partial<Record<string, unknown>> | null;
  } catch {
    throw new AppError('data-corrupt', { what: 'recovery-file' });
  }
  if (value?.['format'] !== FORMAT) throw new AppError('data-corrupt', { what: 'recovery-file' });
  if (value['version'] !== 1) throw new AppError('data-newer', { what: 'recovery-file' });
  const kdf = value['kdf'] as Partial<Kdf> | undefined;
  const { sealed } = value;
  const cost = kdf?.cost;
  if (typeof sealed !== 'string' || typeof kdf?.salt !== 'string' || typeof cost?.n !== 'number') {
    throw new AppError('data-corrupt', { what: 'recovery-file' });
  }
  return { kdf: { salt: kdf.salt, cost }, sealed };
}
