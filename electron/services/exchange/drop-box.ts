import { AppError } from '../../../shared/api/problem.ts';
import type { DropBoxState } from '../../../shared/schema/exchange.ts';
import type { QueryContext, TaskContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { dropBoxOf, setDropBox } from '../../database/carriers.ts';
import { freezingOf } from '../../database/reviews.ts';
import { fetchJoinFile } from '../../exchange/carriers/box-client.ts';
import { networkAddresses, type DropBoxes } from '../../exchange/dropbox/boxes.ts';
import { bearerOf } from '../../exchange/dropbox/protocol.ts';
import { makeJoinFile } from '../../exchange/join-file.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { ownPerson } from '../act.ts';
import { meetingCode, meetingContent } from '../enrol/meeting-content.ts';

type Names = 'dropbox.open' | 'dropbox.close' | 'dropbox.state' | 'dropbox.fetchJoin';

const everyNetwork = '0.0.0.0';

export function dropBoxHandlers(boxes: DropBoxes): Pick<Handlers, Names> {
  return {
    'dropbox.open': async (task, { reviewId, address }) => {
      if (address !== null && ![...networkAddresses(), '127.0.0.1'].includes(address))
        throw new AppError('bad-input', { what: 'box-address' });
      await openBox(task, reviewId, address ?? everyNetwork, boxes);
      return task.read((context) => stateOf(context, reviewId, boxes));
    },
    'dropbox.close': async (_task, { reviewId }) => {
      await boxes.close(reviewId, true);
      return {};
    },
    'dropbox.state': (context, { reviewId }) => stateOf(context, reviewId, boxes),
    'dropbox.fetchJoin': async (task, { address, code }) => {
      const { kdfCost, newId } = task.environment;
      const bytes = await fetchJoinFile({ address, code, kdfCost });
      const id = newId();
      task.session.uploads.set(id, { id, name: 'paneldesk.join', bytes, sha256: sha256Hex(bytes) });
      return { uploadId: id };
    },
  };
}

/** A box that the secretary's lock closed opens with the secretary's next exchange; one closed by hand doesn't. */
export async function reopenDropBox(task: TaskContext, reviewId: string, boxes: DropBoxes): Promise<void> {
  const address = boxes.awaited(reviewId);
  if (address !== undefined && task.read(({ seat }) => seat?.role === 'secretary'))
    await openBox(task, reviewId, address, boxes);
}

async function openBox(
  task: TaskContext,
  reviewId: string,
  address: string,
  boxes: DropBoxes,
): Promise<void> {
  const { kdfCost } = task.environment;
  const { office, code, port, join } = task.commit((context) => ({
    office: addresseeOf(ownPerson(context).keys.ageRecipient),
    code: meetingCode(context, reviewId),
    port: dropBoxOf(context.db, reviewId)?.port ?? 0,
    // Before the freezing the review has no key of its own yet.
    join: freezingOf(context.db, reviewId) === undefined ? null : meetingContent(context, reviewId),
  }));
  const joinFile = join === null ? null : await makeJoinFile(join, code, Math.log2(kdfCost.n));
  const bearer = await bearerOf(code, kdfCost);
  const opened = await boxes.open(reviewId, { office, bearer, joinFile, address, port });
  try {
    task.commit((context) => setDropBox(context.db, { review_id: reviewId, code, port: opened.port }));
  } catch (error) {
    // Locked meanwhile: nobody answers for an open box.
    await boxes.close(reviewId, false);
    throw error;
  }
  task.session.atLock.add(() => void boxes.close(reviewId, false));
}

function stateOf(context: QueryContext, reviewId: string, boxes: DropBoxes): DropBoxState {
  const box = boxes.state(reviewId);
  return {
    open: box !== null,
    addresses: [...(box?.addresses ?? [])],
    code: dropBoxOf(context.db, reviewId)?.code ?? '',
    received: box?.received ?? 0,
    blocked: box?.blocked ?? 0,
  };
}
