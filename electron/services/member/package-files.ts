import { materialLimits } from '../../../shared/domain/material-kinds.ts';
import type { CommandContext, TaskContext } from '../../api/context.ts';
import { vaultOf, insertShare, insertVault, shareOf } from '../../database/vaults.ts';
import type { IncomingPart } from '../../exchange/parts.ts';
import { refused } from '../../exchange/parts.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { openSealedFile } from '../../vault/open-file.ts';
import { sealToFile } from '../../vault/seal-file.ts';
import { dropStaged, materialPath, placeStaged, sealedSize, stagedPath } from '../../vault/vault-files.ts';
import { makeVaultKey, openVaultShare, shareVaultKey, type VaultKey } from '../../vault/vault-keys.ts';
import type { ManifestPayload } from '../dossiers/manifest.ts';

interface WantedFile {
  readonly dossierId: string;
  readonly name: string;
  readonly size: number;
}

interface StagedFile {
  readonly id: string;
  readonly dossierId: string;
  readonly sha256: string;
}

/** The materials of a package on their way into this laptop's vault: sealed, but not in force before `commit`. */
export interface PackageFiles {
  /** @throws AppError `data-corrupt` (exchange) for a material that the manifest doesn't list */
  readonly take: (part: IncomingPart) => Promise<void>;
  /** Gives every file its place; harmless without the act that follows. */
  readonly place: () => Promise<void>;
  /** Writes the keys of dossiers that had none; part of the act that takes the package in. */
  readonly commit: (context: CommandContext) => void;
  /** Takes away what wasn't placed. */
  readonly drop: () => void;
  /** Files that the manifest lists for this member and that are neither here nor in the package. */
  readonly missing: () => number;
}

/**
 * @param hidden dossiers whose files this laptop may not hold
 */
export function packageFiles(
  task: TaskContext,
  keys: OpenProfileKeys,
  manifest: ManifestPayload,
  hidden: ReadonlySet<string>,
): PackageFiles {
  const { dataFolder, newId } = task.environment;
  const wanted = wantedFiles(manifest, hidden);
  const vaults = new Map<string, VaultKey>();
  const fresh = new Map<string, Uint8Array>();
  const staged: StagedFile[] = [];

  async function vaultFor(dossierId: string): Promise<VaultKey> {
    const known = vaults.get(dossierId);
    if (known !== undefined) return known;
    const stored = task.read(({ db }) => ({
      recipient: vaultOf(db, dossierId),
      share: shareOf(db, dossierId, keys.ageRecipient),
    }));
    let vault: VaultKey;
    if (stored.recipient !== undefined && stored.share !== undefined) {
      const identity = await openVaultShare(stored.share, keys.ageIdentity, stored.recipient);
      vault = { recipient: stored.recipient, identity };
    } else {
      vault = await makeVaultKey();
      fresh.set(dossierId, await shareVaultKey(vault.identity, keys.ageRecipient));
    }
    vaults.set(dossierId, vault);
    return vault;
  }

  async function stage(
    file: WantedFile,
    sha256: string,
    source: AsyncIterable<Uint8Array>,
  ): Promise<{ path: string; identity: string }> {
    const { recipient, identity } = await vaultFor(file.dossierId);
    const id = newId();
    const path = stagedPath(dataFolder, id);
    staged.push({ id, dossierId: file.dossierId, sha256 });
    await sealToFile(path, source, {
      name: file.name,
      recipient,
      expected: { size: file.size, sha256 },
      limitBytes: materialLimits.fileBytes,
      signal: task.signal,
    });
    return { path, identity };
  }

  const isHere = ({ dossierId }: WantedFile, sha256: string): boolean =>
    sealedSize(materialPath(dataFolder, dossierId, sha256)) !== null;

  return {
    async take({ name, sha256, size, bytes }) {
      const files = wanted.get(sha256);
      if (files === undefined) throw refused('part-elsewhere', { name });
      const [first, ...others] = files.filter((file) => !isHere(file, sha256));
      if (first === undefined) return;
      const { path, identity } = await stage(first, sha256, bytes);
      // One content in several dossiers travels once and lies under the key of each.
      for (const other of others)
        await stage(other, sha256, openSealedFile({ path, size, sha256, name: first.name }, identity));
    },
    async place() {
      for (const file of staged) await placeStaged(dataFolder, file.id, file);
    },
    commit({ db, nowMs }) {
      for (const [dossierId, sealed] of fresh) {
        insertVault(db, dossierId, vaults.get(dossierId)?.recipient ?? '', nowMs);
        insertShare(db, { dossier_id: dossierId, reader: keys.ageRecipient, sealed }, nowMs);
      }
    },
    drop() {
      for (const { id } of staged) dropStaged(dataFolder, id);
    },
    missing: () =>
      [...wanted].reduce(
        (sum, [sha256, files]) => sum + files.filter((file) => !isHere(file, sha256)).length,
        0,
      ),
  };
}

/** Hash → every place where the manifest lists it, of dossiers that this laptop may hold. */
function wantedFiles(
  manifest: ManifestPayload,
  hidden: ReadonlySet<string>,
): ReadonlyMap<string, readonly WantedFile[]> {
  const files = new Map<string, WantedFile[]>();
  for (const { dossier: dossierId, withdrawn, materials } of manifest.dossiers) {
    if (withdrawn || hidden.has(dossierId)) continue;
    for (const { sha256, name, size } of materials) {
      const places = files.get(sha256) ?? [];
      const known = places.some((place) => place.dossierId === dossierId);
      if (!known) files.set(sha256, [...places, { dossierId, name, size }]);
    }
  }
  return files;
}
