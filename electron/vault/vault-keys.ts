import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AppError } from '../../shared/api/problem.ts';

/** The key under which the files of one dossier lie sealed. */
export interface VaultKey {
  /** `age1…`: anybody may seal to it. */
  readonly recipient: string;
  /** `AGE-SECRET-KEY-1…`: lives in memory only. */
  readonly identity: string;
}

export async function makeVaultKey(): Promise<VaultKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The key for one reader, sealed to the reader's own recipient (`age1…`). */
export async function shareVaultKey(identity: string, reader: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(reader);
  return encrypter.encrypt(identity);
}

/**
 * Opens a reader's share. @throws AppError `data-corrupt` when it isn't the reader's, or isn't the key of
 * this recipient (a swapped share must not pass as the dossier's key)
 */
export async function openVaultShare(
  share: Uint8Array,
  readerIdentity: string,
  recipient: string,
): Promise<string> {
  let identity: string;
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(readerIdentity);
    identity = await decrypter.decrypt(share, 'text');
    if ((await identityToRecipient(identity)) === recipient) return identity;
  } catch {
    // Refused below.
  }
  throw new AppError('data-corrupt', { what: 'vault-key' });
}
