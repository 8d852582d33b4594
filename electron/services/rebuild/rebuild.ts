import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, TaskContext, Upload } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { copyStore, isEmptyStore } from '../../database/copy-store.ts';
import { retireProfile } from '../../database/profiles.ts';
import { frozen } from '../../database/reviews.ts';
import { requireStrongPassphrase } from '../../signing/passphrase.ts';
import { restoreProfileKeys, unlockProfileKeys } from '../../signing/profile-keys.ts';
import { noteAct } from '../act.ts';
import { conflict } from '../conflict.ts';
import { enter, storeProfile } from '../sessions/sessions.ts';
import { drill } from './drill.ts';
import { openOfficeCopy } from './open-copy.ts';

type Names = 'rebuild.restore' | 'rebuild.drill';

/** 数据恢复: a lost laptop is built again from the recovery file, an office copy and the members' files. */
export const rebuildHandlers: Pick<Handlers, Names> = {
  'rebuild.restore': (task, input) => restore(task, input),
  'rebuild.drill': (task, input) => drill(task, input),
};

interface Input {
  readonly recoveryUploadId: string;
  readonly copyUploadId: string;
  readonly recoveryPassphrase: string;
  readonly passphrase: string;
}

async function restore(task: TaskContext, input: Input): Promise<{ reviewId: string }> {
  requireStrongPassphrase(input.passphrase);
  requireEmpty(task);
  const { dataFolder, kdfCost } = task.environment;
  const text = Buffer.from(uploadOf(task, input.recoveryUploadId).bytes).toString('utf8');
  const recovery = { text, passphrase: input.recoveryPassphrase };
  const copy = await openOfficeCopy(dataFolder, recovery, oneChunk(uploadOf(task, input.copyUploadId).bytes));
  const { reviewId, secrets } = copy;
  try {
    const kept = {
      profileKey: secrets['secretaryProfileKey'] ?? '',
      signingKey: secrets['secretaryKey'] ?? '',
      identity: secrets['secretaryIdentity'] ?? '',
    };
    const stored = await restoreProfileKeys(input.passphrase, kept, kdfCost);
    const keys = await unlockProfileKeys(stored, input.passphrase);
    copy.close();
    task.commit((context) => {
      if (!isEmptyStore(context.db)) throw conflict('', { what: 'rebuild-not-empty' });
      copyStore(context.db, copy.folder);
      const personId = frozen(context.db, reviewId).frozen_by;
      retireProfile(context.db, personId, context.nowMs);
      storeProfile(context, personId, stored);
      const { name } = enter(context, personId, keys);
      noteAct(context, reviewId, 'office-rebuilt', { name });
    });
    return { reviewId };
  } finally {
    copy.discard();
  }
}

/** @throws AppError `conflict`: only a laptop without anybody's data is built from a copy */
function requireEmpty(task: TaskContext): void {
  task.commit((context: CommandContext) => {
    if (!isEmptyStore(context.db)) throw conflict('', { what: 'rebuild-not-empty' });
  });
}

function uploadOf({ session }: TaskContext, id: string): Upload {
  const upload = session.uploads.get(id);
  if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
  return upload;
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
