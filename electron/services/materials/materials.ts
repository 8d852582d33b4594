import { missingKinds } from '../../../shared/domain/material-kinds.ts';
import { AppError } from '../../../shared/api/problem.ts';
import type { Material } from '../../../shared/schema/material.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { dossiersOf, requireDossier } from '../../database/dossiers.ts';
import {
  materialById,
  materialsOf,
  materialVersionsOf,
  removeMaterial,
  type MaterialVersion,
} from '../../database/materials.ts';
import { noteAct, ownPerson } from '../act.ts';
import { refuseScored } from '../dossiers/dossiers.ts';
import { changingDossiers } from '../dossiers/signed-manifests.ts';
import { importMaterials } from './import-materials.ts';
import { discardStaged, openMaterial } from './material-files.ts';

type Names = 'material.list' | 'material.import' | 'material.discard' | 'material.remove' | 'material.check';

export const materialHandlers: Pick<Handlers, Names> = {
  'material.list': ({ db }, { reviewId, dossierId }) => {
    const rows = materialVersionsOf(db, requireDossier(db, reviewId, dossierId).id);
    const present = new Set(rows.filter((row) => row.in_force === 1).map(({ kind }) => kind));
    return { materials: rows.map(shown), missing: missingKinds(present) };
  },
  'material.import': (context, { reviewId, files }) => importMaterials(context, reviewId, files),
  'material.discard': (context, { uploads }) => {
    for (const id of uploads) {
      const staged = context.session.staged.get(id);
      if (staged === undefined) continue;
      context.session.staged.delete(id);
      discardStaged(context.environment, staged);
    }
    return {};
  },
  'material.remove': (context, { reviewId, materialId, reason }) => {
    const row = materialById(context.db, materialId);
    const dossier = requireDossier(context.db, reviewId, row.dossier_id);
    refuseScored(context.db, dossier);
    if (row.in_force === 0) throw new AppError('not-found', { what: 'material' });
    return changingDossiers(context, reviewId, () => {
      removeMaterial(context.db, row, reason, context.nowMs);
      noteAct(context, reviewId, 'material-removed', { file: row.name, dossier: dossier.name, reason });
      return {};
    });
  },
  'material.check': (context, { reviewId }) => checkAll(context, reviewId),
};

function shown(row: MaterialVersion): Material {
  return {
    materialId: row.id,
    slot: row.slot,
    version: row.version,
    kind: row.kind,
    item: row.item_id,
    name: row.name,
    size: row.size,
    sha256: row.sha256,
    atMs: row.made_ms,
    inForce: row.in_force === 1,
    removed: row.removed_reason,
  };
}

type Checked = Awaited<ReturnType<Handlers['material.check']>>;

/** Reads every file to its end; a damaged one is listed and doesn't stop the others. */
async function checkAll(context: TaskContext, reviewId: string): Promise<Checked> {
  const rows = context.read(({ db }) => materialsOf(db, reviewId));
  const dossiers = new Map(context.read(({ db }) => dossiersOf(db, reviewId)).map((row) => [row.id, row]));
  const damaged: Checked['damaged'] = [];
  for (const [index, row] of rows.entries()) {
    context.progress(index / rows.length, 'materials.progress.checking');
    try {
      const stream = context.read((reading) =>
        openMaterial(context.environment, reading.db, row.id, ownPerson(reading).keys),
      );
      for await (const chunk of stream) {
        void chunk;
        if (context.signal.aborted) throw new AppError('cancelled');
      }
    } catch (error) {
      const what = error instanceof AppError ? error.problem.values?.['what'] : undefined;
      if (what === undefined) throw error;
      const { number = 0, name: dossier = '' } = dossiers.get(row.dossier_id) ?? {};
      damaged.push({ dossierId: row.dossier_id, number, dossier, name: row.name, reason: String(what) });
    }
  }
  return { checked: rows.length, damaged };
}
