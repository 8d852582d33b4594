import { materialLimits } from '../../../shared/domain/material-kinds.ts';
import { AppError } from '../../../shared/api/problem.ts';
import type { Environment } from '../../api/environment.ts';
import type { Access, ReadDb } from '../../database/access.ts';
import { isListed, materialById, type MaterialRow } from '../../database/materials.ts';
import { shareOf, vaultOf } from '../../database/vaults.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { openSealedFile } from '../../vault/open-file.ts';
import { sealToFile, type Expected } from '../../vault/seal-file.ts';
import {
  dropStaged,
  eraseFile,
  materialPath,
  placeStaged,
  sealedSize,
  stagedPath,
} from '../../vault/vault-files.ts';
import { openVaultShare } from '../../vault/vault-keys.ts';
import { ensureVault } from './shares.ts';

type Place = Pick<Environment, 'dataFolder' | 'newId' | 'nowMs'>;
type ReaderKeys = Pick<OpenProfileKeys, 'ageIdentity' | 'ageRecipient'>;

/** Sealed bytes that wait for the act which takes them in. */
export interface StagedMaterial {
  readonly id: string;
  readonly dossierId: string;
  readonly name: string;
  readonly size: number;
  /** SHA-256 of the plain bytes, lower-case hex. */
  readonly sha256: string;
}

export interface IncomingMaterial {
  readonly dossierId: string;
  readonly name: string;
  /** What is known beforehand, e.g. from a signed list; other bytes are refused. */
  readonly expected: Expected;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((bytes: number) => void) | undefined;
}

/**
 * Streams a file into the vault's staging, sealed for its dossier; nothing is in force yet.
 * `keys` are those of who is unlocked: that person can open it again.
 * @throws AppError of `sealToFile`
 */
export async function stageMaterial(
  store: Access,
  environment: Place,
  keys: Pick<OpenProfileKeys, 'ageRecipient'>,
  incoming: IncomingMaterial,
  source: AsyncIterable<Uint8Array>,
): Promise<StagedMaterial> {
  const { dossierId, name, expected, signal, progress } = incoming;
  const recipient = await ensureVault(store, dossierId, keys.ageRecipient, environment.nowMs());
  const id = environment.newId();
  const sealed = await sealToFile(stagedPath(environment.dataFolder, id), source, {
    name,
    recipient,
    expected,
    limitBytes: materialLimits.fileBytes,
    signal,
    progress,
  });
  return { id, dossierId, name, ...sealed };
}

/** Gives staged bytes their place under their hash, before the act that writes their row. */
export async function placeMaterial(environment: Place, staged: StagedMaterial): Promise<void> {
  await placeStaged(environment.dataFolder, staged.id, staged);
}

export function discardStaged(environment: Place, staged: Pick<StagedMaterial, 'id'>): void {
  dropStaged(environment.dataFolder, staged.id);
}

/** After an import that came to nothing: removes bytes that were placed and that no row names. */
export function removeUnlisted(environment: Place, db: ReadDb, staged: StagedMaterial): void {
  if (!isListed(db, staged.dossierId, staged.sha256))
    eraseFile(materialPath(environment.dataFolder, staged.dossierId, staged.sha256));
}

/**
 * Stores bytes of a signed list (e.g. of a package) for one dossier at once: exactly these, or nothing. The
 * row is the caller's to write.
 */
export async function storeMaterial(
  store: Access,
  environment: Place,
  keys: Pick<OpenProfileKeys, 'ageRecipient'>,
  incoming: IncomingMaterial & { readonly expected: { readonly size: number; readonly sha256: string } },
  source: AsyncIterable<Uint8Array>,
): Promise<void> {
  const staged = await stageMaterial(store, environment, keys, incoming, source);
  await placeMaterial(environment, staged);
}

/** Whether the sealed bytes of this content are on this laptop. */
export function hasMaterialFile(
  environment: Pick<Environment, 'dataFolder'>,
  { dossier_id: dossierId, sha256 }: Pick<MaterialRow, 'dossier_id' | 'sha256'>,
): boolean {
  return sealedSize(materialPath(environment.dataFolder, dossierId, sha256)) !== null;
}

/**
 * The plain bytes of a file as a stream, for who holds a share of its key. The store is read at once, the
 * file when the stream is. Who may read is the caller's to decide.
 * @throws AppError `not-found`; `not-ready` (material-share) before the key was shared; in the stream those
 *   of `openSealedFile`
 */
export function openMaterial(
  environment: Pick<Environment, 'dataFolder'>,
  db: ReadDb,
  id: string,
  keys: ReaderKeys,
): AsyncIterable<Uint8Array> {
  const { dossier_id: dossierId, size, sha256, name } = materialById(db, id);
  const recipient = vaultOf(db, dossierId);
  const share = shareOf(db, dossierId, keys.ageRecipient);
  if (recipient === undefined || share === undefined)
    throw new AppError('not-ready', { what: 'material-share' });
  const path = materialPath(environment.dataFolder, dossierId, sha256);
  async function* read(sealed: Uint8Array, vault: string): AsyncGenerator<Uint8Array> {
    const identity = await openVaultShare(sealed, keys.ageIdentity, vault);
    yield* openSealedFile({ path, size, sha256, name }, identity);
  }
  return read(share, recipient);
}
