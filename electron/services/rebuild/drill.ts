import { createReadStream } from 'node:fs';
import { AppError } from '../../../shared/api/problem.ts';
import type { TaskContext } from '../../api/context.ts';
import { recordEndOf } from '../../database/record.ts';
import { recoveryFile } from '../../database/files.ts';
import { membersOf } from '../../database/seats.ts';
import { latestBlobs } from '../../database/sheets.ts';
import { outboxOf } from '../../database/letters.ts';
import { outboxPath } from '../../exchange/staged-letter.ts';
import { noteAct } from '../act.ts';
import { makeOfficeCopy } from './office-copy.ts';
import { openOfficeCopy } from './open-copy.ts';

export interface DrillResult {
  /** Entries of the record here, and how many of them the copy holds. */
  readonly recordSize: number;
  readonly copySize: number;
  /** Sheets that the copy doesn't hold: their members would have to hand them over again. */
  readonly resend: { name: string; count: number }[];
}

/**
 * 数据恢复演练: a copy is opened in a scratch folder with the recovery file and its passphrase alone, as on a new
 * laptop, compared with what is here, and thrown away. `copyUploadId` null: a copy is made now.
 * @throws AppError `wrong-passphrase` for a recovery passphrase that wouldn't open it
 */
export async function drill(
  task: TaskContext,
  input: { reviewId: string; recoveryPassphrase: string; copyUploadId: string | null },
): Promise<DrillResult> {
  const { reviewId, recoveryPassphrase } = input;
  const recovery = task.read(({ db }) => recoveryFile(db, reviewId));
  if (recovery === undefined) throw new AppError('not-ready', { what: 'scheme-frozen' });
  const text = Buffer.from(recovery.bytes).toString('utf8');
  const source = await copyOf(task, reviewId, input.copyUploadId);
  const { dataFolder } = task.environment;
  const copy = await openOfficeCopy(dataFolder, { text, passphrase: recoveryPassphrase }, source);
  try {
    const held = copy.store.read((db) => ({
      size: recordEndOf(db, reviewId).size,
      sheets: new Set(latestBlobs(db, reviewId).map((row) => row.envelope_hash)),
    }));
    return task.commit((context) => {
      const missing = latestBlobs(context.db, reviewId).filter((row) => !held.sheets.has(row.envelope_hash));
      const resend = membersOf(context.db, reviewId).flatMap(({ id, name }) => {
        const count = missing.filter((row) => row.seat_id === id).length;
        return count === 0 ? [] : [{ name, count }];
      });
      const { size: recordSize } = recordEndOf(context.db, reviewId);
      const values = { copy: held.size, size: recordSize, sheets: missing.length };
      noteAct(context, reviewId, 'rebuild-drill', values);
      return { recordSize, copySize: held.size, resend };
    });
  } finally {
    copy.discard();
  }
}

async function copyOf(
  task: TaskContext,
  reviewId: string,
  uploadId: string | null,
): Promise<AsyncIterable<Uint8Array>> {
  if (uploadId !== null) {
    const upload = task.session.uploads.get(uploadId);
    if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
    return oneChunk(upload.bytes);
  }
  await makeOfficeCopy(task, reviewId);
  const row = task.read(({ db }) => outboxOf(db, reviewId)).findLast(({ kind }) => kind === 'office-copy');
  return createReadStream(outboxPath(task.environment.dataFolder, row?.id ?? ''));
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
