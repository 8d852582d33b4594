import { AppError } from '../../shared/api/problem.ts';
import { materialLimits } from '../../shared/domain/material-kinds.ts';
import { shownName } from '../../shared/domain/material-name.ts';
import type { Store } from '../database/open.ts';
import { requireDossier } from '../database/dossiers.ts';
import { stageMaterial, type StagedMaterial } from '../services/materials/material-files.ts';
import type { Environment } from './environment.ts';
import { permit } from './permit.ts';
import type { RunningTasks } from './running-tasks.ts';
import type { Sessions } from './sessions.ts';

export interface MaterialUploadParts {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly tasks: RunningTasks;
  readonly environment: Pick<Environment, 'newId' | 'dataFolder' | 'nowMs'>;
}

/**
 * Streams the body of `POST /materials` into the vault's staging; `material.import` takes it in. Headers:
 * `x-review`, `x-dossier`, `x-file-name` (percent-encoded), `x-file-size`, and `x-task` to follow or stop it.
 * @throws AppError those of `permit` for `material.import`, `bad-input`, and of `stageMaterial`
 */
export async function takeMaterialUpload(
  request: Request,
  sessionId: string,
  { store, sessions, tasks, environment }: MaterialUploadParts,
): Promise<StagedMaterial> {
  const session = sessions.of(sessionId);
  const owner = session.person;
  const header = (name: string): string => request.headers.get(name) ?? '';
  const [reviewId, dossierId] = [header('x-review'), header('x-dossier')];
  store.read((db) => {
    permit(db, 'material.import', session, { reviewId });
    requireDossier(db, reviewId, dossierId);
  });
  if (owner === null) throw new AppError('locked');
  if (session.staged.size >= materialLimits.importFiles) {
    throw new AppError('file-too-large', { what: 'materials-many', most: materialLimits.importFiles });
  }
  session.lastActMs = environment.nowMs();
  const size = sizeIn(header('x-file-size'));
  const name = shownName(decoded(header('x-file-name')));
  const task = request.headers.get('x-task') ?? undefined;
  const running = tasks.start(sessionId, task);
  try {
    const incoming = {
      dossierId,
      name,
      expected: { size },
      signal: AbortSignal.any([running.signal, request.signal]),
      progress: (bytes: number) => running.progress(bytes / Math.max(1, size), 'materials.progress.copying'),
    };
    const source = (request.body ?? []) as AsyncIterable<Uint8Array>;
    const staged = await stageMaterial(store, environment, owner.keys, incoming, source);
    // Handed over while the file was on its way: it must not end up with the next person.
    if (session.person !== owner) throw new AppError('locked');
    session.staged.set(staged.id, staged);
    return staged;
  } finally {
    running.end();
  }
}

function sizeIn(text: string): number {
  const size = /^\d{1,15}$/u.test(text) ? Number(text) : -1;
  if (size < 0) throw new AppError('bad-input', {}, [{ path: 'x-file-size', reason: 'field-required' }]);
  return size;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AppError('bad-input', {}, [{ path: 'x-file-name', reason: 'field-required' }]);
  }
}
