import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { AppError } from '../../shared/api/problem.ts';
import {
  deriveKey,
  newKdf,
  requireGoodPin,
  requireStrongPassphrase,
  unwrapSecret,
  wrapSecret,
} from './passphrase.ts';
import type { Kdf, KdfCost } from './passphrase.ts';

/** A profile's secrets as they are stored: JSON-safe, every byte string in base64url. */
export interface StoredProfileKeys {
  readonly format: 1;
  readonly kdf: Kdf;
  /** The random profile key, wrapped by the key made from the passphrase. */
  readonly wrappedKey: string;
  /** ES256 public key, SPKI DER. */
  readonly signingPublicSpki: string;
  /** ES256 private key, PKCS#8 DER, sealed under the profile key. */
  readonly signingPrivateSealed: string;
  /** `age1…` */
  readonly ageRecipient: string;
  /** `AGE-SECRET-KEY-1…`, sealed under the profile key. */
  readonly ageIdentitySealed: string;
}

/** An unlocked profile. Lives in memory only. */
export interface OpenProfileKeys {
  readonly profileKey: Buffer;
  readonly signingPrivateKey: KeyObject;
  readonly signingPublicSpki: string;
  readonly ageIdentity: string;
  readonly ageRecipient: string;
}

const KEY_USE = 'paneldesk/1/profile-key';
const SIGNING_USE = 'paneldesk/1/signing-key';
const AGE_USE = 'paneldesk/1/age-identity';
const DRAFT_USE = 'paneldesk/1/draft/';

export interface KeyPair {
  readonly privateKey: KeyObject;
  /** SPKI DER, base64url. */
  readonly publicSpki: string;
}

/** A new ES256 (P-256) key pair. */
export function generateSigningKey(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, publicSpki: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') };
}

/** PKCS#8 DER in base64url, for sealing. */
export function exportPrivateKey(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
}

/** Reads `exportPrivateKey`. Throws `data-corrupt` when it is no private key. */
export function importPrivateKey(pkcs8: string): KeyPair {
  try {
    const der = Buffer.from(pkcs8, 'base64url');
    const privateKey = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    return { privateKey, publicSpki: spki.toString('base64url') };
  } catch {
    throw new AppError('data-corrupt', { what: 'private-key' });
  }
}

/** What protects a profile: an own passphrase, or the session PIN of a bureau seat. */
export type Guard = 'passphrase' | 'pin';

/** Makes all secrets of a new profile. Throws `weak-passphrase`, `bad-input` for a PIN. */
export async function createProfileKeys(
  passphrase: string,
  cost: KdfCost,
  guard: Guard = 'passphrase',
): Promise<StoredProfileKeys> {
  if (guard === 'pin') requireGoodPin(passphrase);
  else requireStrongPassphrase(passphrase);
  const kdf = newKdf(cost);
  const profileKey = randomBytes(32);
  const signing = generateSigningKey();
  const identity = await generateX25519Identity();
  return {
    format: 1,
    kdf,
    wrappedKey: wrapSecret(await deriveKey(passphrase, kdf), profileKey, KEY_USE),
    signingPublicSpki: signing.publicSpki,
    signingPrivateSealed: sealText(profileKey, exportPrivateKey(signing.privateKey), SIGNING_USE),
    ageRecipient: await identityToRecipient(identity),
    ageIdentitySealed: sealText(profileKey, identity, AGE_USE),
  };
}

/**
 * A profile made again from what a recovery file keeps: the same keys under a new passphrase.
 * `profileKey` is base64url, `signingKey` PKCS#8 in base64url, `identity` `AGE-SECRET-KEY-1…`.
 * Throws `weak-passphrase`, `data-corrupt`.
 */
export async function restoreProfileKeys(
  passphrase: string,
  secrets: { readonly profileKey: string; readonly signingKey: string; readonly identity: string },
  cost: KdfCost,
): Promise<StoredProfileKeys> {
  requireStrongPassphrase(passphrase);
  const kdf = newKdf(cost);
  const profileKey = Buffer.from(secrets.profileKey, 'base64url');
  if (profileKey.length !== 32) throw new AppError('data-corrupt', { what: 'recovery-file' });
  return {
    format: 1,
    kdf,
    wrappedKey: wrapSecret(await deriveKey(passphrase, kdf), profileKey, KEY_USE),
    signingPublicSpki: importPrivateKey(secrets.signingKey).publicSpki,
    signingPrivateSealed: sealText(profileKey, secrets.signingKey, SIGNING_USE),
    ageRecipient: await identityToRecipient(secrets.identity),
    ageIdentitySealed: sealText(profileKey, secrets.identity, AGE_USE),
  };
}

/** Throws `wrong-passphrase`; `data-corrupt` when the passphrase fits and the rest does not. */
export async function unlockProfileKeys(
  stored: StoredProfileKeys,
  passphrase: string,
): Promise<OpenProfileKeys> {
  const profileKey = unwrapSecret(await deriveKey(passphrase, stored.kdf), stored.wrappedKey, KEY_USE);
  if (!profileKey) throw new AppError('wrong-passphrase');
  const signing = importPrivateKey(openText(profileKey, stored.signingPrivateSealed, SIGNING_USE));
  const ageIdentity = openText(profileKey, stored.ageIdentitySealed, AGE_USE);
  const ageRecipient = await identityToRecipient(ageIdentity);
  // Public halves are stored in the clear; a swapped one must never be used in the owner's name.
  if (signing.publicSpki !== stored.signingPublicSpki || ageRecipient !== stored.ageRecipient) {
    throw new AppError('data-corrupt', { what: 'profile-keys' });
  }
  const { privateKey, publicSpki } = signing;
  return {
    profileKey,
    signingPrivateKey: privateKey,
    signingPublicSpki: publicSpki,
    ageIdentity,
    ageRecipient,
  };
}

/** The same secrets under a new passphrase. Throws `wrong-passphrase`, `weak-passphrase`. */
export async function changePassphrase(
  stored: StoredProfileKeys,
  passphrase: string,
  next: string,
  cost: KdfCost,
): Promise<StoredProfileKeys> {
  requireStrongPassphrase(next);
  const { profileKey } = await unlockProfileKeys(stored, passphrase);
  const kdf = newKdf(cost);
  return { ...stored, kdf, wrappedKey: wrapSecret(await deriveKey(next, kdf), profileKey, KEY_USE) };
}

/** Ciphertext (base64url) of a draft; `associatedData` names the place it belongs to and is not stored. */
export function sealDraft(open: OpenProfileKeys, associatedData: string, text: string): string {
  return sealText(open.profileKey, text, DRAFT_USE + associatedData);
}

/** Throws `data-corrupt` when the ciphertext is altered, moved to another place, or another member's. */
export function openDraft(open: OpenProfileKeys, associatedData: string, sealed: string): string {
  return openText(open.profileKey, sealed, DRAFT_USE + associatedData);
}

function sealText(key: Buffer, text: string, use: string): string {
  return wrapSecret(key, Buffer.from(text, 'utf8'), use);
}

function openText(key: Buffer, sealed: string, use: string): string {
  const bytes = unwrapSecret(key, sealed, use);
  if (!bytes) throw new AppError('data-corrupt', { what: 'sealed-secret' });
  return bytes.toString('utf8');
}
