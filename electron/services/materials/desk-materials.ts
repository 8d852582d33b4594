import type { DeskMaterial } from '../../../shared/schema/material.ts';
import type { ReadDb } from '../../database/access.ts';
import { materialsOf, readingsOf } from '../../database/materials.ts';

/** Dossier id → its files in force, with which of them this seat has opened. */
export function deskMaterials(
  db: ReadDb,
  reviewId: string,
  seatId: string,
): ReadonlyMap<string, readonly DeskMaterial[]> {
  const read = readingsOf(db, seatId);
  const byDossier = new Map<string, DeskMaterial[]>();
  for (const { id, dossier_id: dossierId, kind, item_id: item, name, size } of materialsOf(db, reviewId)) {
    const list = byDossier.get(dossierId) ?? [];
    list.push({ materialId: id, kind, item, name, size, read: read.has(id) });
    byDossier.set(dossierId, list);
  }
  return byDossier;
}
