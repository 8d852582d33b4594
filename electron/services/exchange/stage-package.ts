import { AppError } from '../../../shared/api/problem.ts';
import type { TaskContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { MaterialRow } from '../../database/materials.ts';
import { insertPackage, nextPackageVersion } from '../../database/packages.ts';
import { membersOf } from '../../database/seats.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import type { Part } from '../../exchange/parts.ts';
import { materialName, packageParts } from '../../exchange/review-package.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { noteAct, ownPerson } from '../act.ts';
import { firstManifest } from '../dossiers/manifest.ts';
import { openMaterial } from '../materials/material-files.ts';
import { sendOfficeLetter } from './office-letter.ts';
import { planPackage } from './package-content.ts';

export const packageHandlers: Pick<Handlers, 'package.make'> = {
  'package.make': async (task, { reviewId, seatIds, kind }) => {
    const chosen = task.read(({ db }) =>
      membersOf(db, reviewId)
        .filter((seat) => seatIds === null || seatIds.includes(seat.id))
        // To everybody means to everybody who is elsewhere; who is named must be.
        .filter((seat) => seatIds !== null || seat.profile_place === 'elsewhere')
        .map(({ id }) => id),
    );
    if (chosen.length === 0) throw new AppError('not-ready', { what: 'package-nobody' });
    for (const [index, seatId] of chosen.entries()) {
      const within = (fraction: number): void =>
        task.progress((index + fraction) / chosen.length, 'progress.packing');
      await stagePackage({ ...task, progress: within }, reviewId, seatId, kind);
    }
    return { made: chosen.length };
  },
};

/**
 * Packs the review for one member into a letter of the outbox. Materials are streamed from the vault, memory
 * stays flat; cancelling leaves nothing behind.
 * @throws AppError of `planPackage`; `cancelled`; `data-corrupt` naming a material that was changed
 */
export async function stagePackage(
  task: TaskContext,
  reviewId: string,
  seatId: string,
  kind: 'package' | 'supplement',
): Promise<void> {
  // The secretary's acts sign roster and manifest anew by themselves; an older review gets its first here.
  task.commit((context) => firstManifest(context, reviewId));
  const { seat, recipient, content, materials } = task.read((context) =>
    planPackage(context, reviewId, seatId, kind),
  );
  const { version, ...said } = content.state;
  const total = materials.reduce((sum, { size }) => sum + size, 1);
  let done = 0;
  const advance = (bytes: number): void => {
    done += bytes;
    task.progress(done / total, 'progress.packing');
  };
  const parts = packageParts(
    content,
    materials.map((row) => materialPart(task, row, advance)),
  );
  const letter = { reviewId, kind, recipient, party: seat.name, parts } as const;
  await sendOfficeLetter(task, letter, (context) => {
    if (nextPackageVersion(context.db, reviewId) !== version) throw new AppError('stale');
    insertPackage(context.db, {
      review_id: reviewId,
      version,
      seat_id: seatId,
      kind,
      addressee: addresseeOf(recipient),
      state: sha256Hex(JSON.stringify(said)),
      materials: JSON.stringify(materials.map(({ sha256 }) => sha256)),
      made_ms: context.nowMs,
    });
    noteAct(context, reviewId, 'package-made', { name: seat.name, version });
  });
}

function materialPart(task: TaskContext, row: MaterialRow, advance: (bytes: number) => void): Part {
  async function* counted(): AsyncGenerator<Uint8Array> {
    const chunks = task.read((context) =>
      openMaterial(task.environment, context.db, row.id, ownPerson(context).keys),
    );
    for await (const chunk of chunks) {
      advance(chunk.byteLength);
      yield chunk;
    }
  }
  return { name: materialName(row.sha256), size: row.size, sha256: row.sha256, open: counted };
}
