import type { Access, ReadDb } from '../../database/access.ts';
import {
  insertShare,
  insertVault,
  missingShares,
  readersOf,
  shareOf,
  vaultOf,
} from '../../database/vaults.ts';
import type { OpenProfileKeys } from '../../signing/profile-keys.ts';
import { makeVaultKey, openVaultShare, shareVaultKey } from '../../vault/vault-keys.ts';

/**
 * The recipient under which a dossier's files lie; made with its key at the first file. Whoever may read gets
 * a share of the key, so that the loss of one passphrase loses no file; `holder` (`age1…`) always gets one.
 */
export async function ensureVault(
  store: Access,
  dossierId: string,
  holder: string,
  nowMs: number,
): Promise<string> {
  const known = store.read((db) => vaultOf(db, dossierId));
  if (known !== undefined) return known;
  const { identity, recipient } = await makeVaultKey();
  const readers = new Set([holder, ...store.read((db) => readersOf(db, dossierId))]);
  const shares = await Promise.all(
    [...readers].map(async (reader) => ({ reader, sealed: await shareVaultKey(identity, reader) })),
  );
  return store.write((db) => {
    // Two files of one dossier may come at the same moment; the first key stays.
    const meanwhile = vaultOf(db, dossierId);
    if (meanwhile !== undefined) return meanwhile;
    insertVault(db, dossierId, recipient, nowMs);
    for (const share of shares) insertShare(db, { dossier_id: dossierId, ...share }, nowMs);
    return recipient;
  });
}

/**
 * Gives the keys that this person holds to everybody else who may read by now, e.g. to who was seated or set
 * a passphrase since. Runs after the person's acts; does nothing when nobody lacks one.
 */
export async function shareVaults(store: Access, keys: OpenProfileKeys, nowMs: number): Promise<void> {
  const missing = store.read((db) => missingShares(db, keys.ageRecipient));
  const byDossier = Map.groupBy(missing, ({ dossier_id: dossierId }) => dossierId);
  for (const [dossierId, rows] of byDossier) {
    const [first] = rows;
    const own = store.read((db) => shareOf(db, dossierId, keys.ageRecipient));
    if (first === undefined || own === undefined) continue;
    const identity = await openVaultShare(own, keys.ageIdentity, first.vault);
    const made = await Promise.all(
      rows.map(async ({ reader }) => ({ reader, sealed: await shareVaultKey(identity, reader) })),
    );
    store.write((db) => {
      // A recusal declared meanwhile takes the right away again.
      const wanted = new Set(wantedReaders(db, keys.ageRecipient, dossierId));
      for (const { reader, sealed } of made)
        if (wanted.has(reader)) insertShare(db, { dossier_id: dossierId, reader, sealed }, nowMs);
    });
  }
}

function wantedReaders(db: ReadDb, holder: string, dossierId: string): string[] {
  return missingShares(db, holder)
    .filter((row) => row.dossier_id === dossierId)
    .map(({ reader }) => reader);
}
