import type { CommandContext } from '../../api/context.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { hideReplicaDossier } from '../../database/replica-state.ts';
import { replicaOf } from '../../database/replicas.ts';
import { dropShare } from '../../database/vaults.ts';
import { eraseDossierFiles } from '../../vault/vault-files.ts';
import { ownPerson } from '../act.ts';

/** What this laptop holds of dossiers from which its member is recused goes: facts, files and their key. */
export function eraseRecused(context: CommandContext, reviewId: string): void {
  const { db, environment } = context;
  const replica = replicaOf(db, reviewId);
  if (replica === undefined) return;
  const reader = ownPerson(context).keys.ageRecipient;
  const own = recusalsOf(db, reviewId).filter((row) => row.seat_id === replica.seat_id);
  for (const { dossier_id: dossierId } of own) {
    hideReplicaDossier(db, dossierId);
    dropShare(db, dossierId, reader);
  }
  // Last, because files don't come back with an undone act; they come again with a package.
  for (const { dossier_id: dossierId } of own) eraseDossierFiles(environment.dataFolder, dossierId);
}
