import { materialKindOf, materialLimits } from '../../../shared/domain/material-kinds.ts';
import { foldName, nameDefect, shownName } from '../../../shared/domain/material-name.ts';
import { AppError, type ProblemPlace } from '../../../shared/api/problem.ts';
import type { CommandContext, SessionState, TaskContext } from '../../api/context.ts';
import type { ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import {
  insertMaterial,
  materialsOf,
  materialVersionsOf,
  type MaterialRow,
} from '../../database/materials.ts';
import { noteAct } from '../act.ts';
import { refuseScored, refuseWithdrawn } from '../dossiers/dossiers.ts';
import { changingDossiers } from '../dossiers/signed-manifests.ts';
import { schemeOf } from '../scheme/scheme-store.ts';
import { placeMaterial, removeUnlisted, type StagedMaterial } from './material-files.ts';

export interface FileToImport {
  readonly uploadId: string;
  readonly dossierId: string;
  readonly kind: string;
  readonly item: string;
  readonly name: string;
  readonly replaces: string | null;
}

export interface Imported {
  readonly added: number;
  readonly replaced: number;
  readonly same: number;
}

/** Takes staged files in, in one transaction; their bytes get their places before it. All or none. */
export async function importMaterials(
  context: TaskContext,
  reviewId: string,
  files: readonly FileToImport[],
): Promise<Imported> {
  const staged = stagedOf(context.session, files);
  context.read(({ db }) => requireImportable(db, reviewId, files, staged));
  const placed: StagedMaterial[] = [];
  try {
    for (const one of staged.values()) {
      if (context.signal.aborted) throw new AppError('cancelled');
      await placeMaterial(context.environment, one);
      placed.push(one);
      context.progress(placed.length / staged.size, 'materials.progress.placing');
    }
    return context.commit((writing) =>
      changingDossiers(writing, reviewId, () => takeIn(writing, reviewId, files, staged)),
    );
  } catch (error) {
    context.store.read((db) => placed.forEach((one) => removeUnlisted(context.environment, db, one)));
    throw error;
  } finally {
    for (const { id } of placed) context.session.staged.delete(id);
  }
}

function stagedOf(
  session: SessionState,
  files: readonly FileToImport[],
): ReadonlyMap<string, StagedMaterial> {
  return new Map(
    files.map(({ uploadId, dossierId }) => {
      const staged = session.staged.get(uploadId);
      if (staged?.dossierId !== dossierId) throw new AppError('not-found', { what: 'upload' });
      return [uploadId, staged];
    }),
  );
}

/** @throws AppError `bad-input` with every file that can't come in, `conflict`, `file-too-large` */
function requireImportable(
  db: ReadDb,
  reviewId: string,
  files: readonly FileToImport[],
  staged: ReadonlyMap<string, StagedMaterial>,
): void {
  for (const dossierId of new Set(files.map((file) => file.dossierId))) {
    const dossier = requireDossier(db, reviewId, dossierId);
    refuseWithdrawn(dossier);
    refuseScored(db, dossier);
  }
  const items = new Set(
    schemeOf(db, reviewId).categories.flatMap(({ id, items: own }) => own?.map((item) => item.id) ?? [id]),
  );
  const names = new Set<string>();
  const places = files.flatMap((file): ProblemPlace[] => {
    const reason = defectOf(file, items, names);
    return reason === null ? [] : [{ path: shownName(file.name), reason }];
  });
  if (places.length > 0) throw new AppError('bad-input', { what: 'materials' }, places);
  const known = materialsOf(db, reviewId);
  const bytes = [...known, ...staged.values()].reduce((sum, { size }) => sum + size, 0);
  if (known.length + files.length > materialLimits.reviewFiles || bytes > materialLimits.reviewBytes) {
    const count = known.length + files.length;
    const values = { count, most: materialLimits.reviewFiles, megabytes: Math.ceil(bytes / 1e6) };
    throw new AppError('file-too-large', { what: 'materials-full', ...values });
  }
}

function defectOf(file: FileToImport, items: ReadonlySet<string>, names: Set<string>): string | null {
  const kind = materialKindOf(file.kind);
  if (kind === undefined) return 'materials.kindUnknown';
  // Evidence may be for the application as a whole.
  if (file.item !== '' && !(kind.ofItem && items.has(file.item))) return 'materials.itemUnknown';
  const key = [file.dossierId, file.kind, file.item, foldName(file.name)].join('\n');
  if (names.has(key)) return 'materials.sameName';
  names.add(key);
  return nameDefect(file.name);
}

function takeIn(
  context: CommandContext,
  reviewId: string,
  files: readonly FileToImport[],
  staged: ReadonlyMap<string, StagedMaterial>,
): Imported {
  requireImportable(context.db, reviewId, files, staged);
  const done = { added: 0, replaced: 0, same: 0 };
  for (const file of files) {
    const bytes = staged.get(file.uploadId);
    if (bytes === undefined) throw new AppError('not-found', { what: 'upload' });
    const before = versionBefore(context.db, file);
    if (before?.in_force === 1 && before.sha256 === bytes.sha256 && before.name === file.name) {
      done.same += 1;
      continue;
    }
    const id = context.environment.newId();
    insertMaterial(context.db, {
      id,
      dossier_id: file.dossierId,
      slot: before?.slot ?? id,
      version: (before?.version ?? 0) + 1,
      kind: file.kind,
      item_id: file.item,
      name: file.name,
      size: bytes.size,
      sha256: bytes.sha256,
      made_ms: context.nowMs,
    });
    if (before === undefined) done.added += 1;
    else done.replaced += 1;
  }
  if (done.added + done.replaced > 0) noteImport(context, reviewId, files, done);
  return done;
}

/** The newest version of the file that this one follows; undefined when it is new. */
function versionBefore(
  db: ReadDb,
  file: FileToImport,
): (MaterialRow & { readonly in_force: 0 | 1 }) | undefined {
  const rows = materialVersionsOf(db, file.dossierId);
  const named = rows.find(({ id }) => id === file.replaces);
  if (file.replaces !== null && named === undefined) throw new AppError('not-found', { what: 'material' });
  const slot =
    named?.slot ??
    rows.findLast(
      (row) =>
        row.kind === file.kind && row.item_id === file.item && foldName(row.name) === foldName(file.name),
    )?.slot;
  return rows.filter((row) => row.slot === slot).toSorted((one, other) => other.version - one.version)[0];
}

function noteImport(
  context: CommandContext,
  reviewId: string,
  files: readonly FileToImport[],
  done: Imported,
): void {
  const names = [...new Set(files.map(({ dossierId }) => dossierId))].map(
    (dossierId) => requireDossier(context.db, reviewId, dossierId).name,
  );
  const dossiers = names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}…`;
  noteAct(context, reviewId, 'materials-imported', { ...done, dossiers });
}
