import { AppError } from '../../../shared/api/problem.ts';
import { topics } from '../../../shared/api/method.ts';
import type { TakenFile } from '../../../shared/schema/exchange.ts';
import type { TaskContext, Upload } from '../../api/context.ts';
import { insertHandover } from '../../database/letters.ts';
import { readHeaderLine } from '../../exchange/letter-address.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import { ownPerson } from '../act.ts';
import type { ExchangeDesk } from './exchange-desk.ts';
import { inboxCandidates, keepInInbox } from './inbox.ts';
import { requireSeat } from './require-seat.ts';
import { takeLetters } from './take-letters.ts';

/**
 * Takes files that a person dropped on the page, in any order: what isn't a letter for the unlocked person is
 * refused at once, the rest goes through the inbox, together with what waits there.
 * @throws AppError `not-found` for an upload that is gone, `cancelled`, `locked`, `not-permitted`
 */
export function deliver(
  task: TaskContext,
  given: string | null,
  uploadIds: readonly string[],
  desk: ExchangeDesk,
): Promise<TakenFile[]> {
  const reviewId = given ?? '';
  return desk.alone(reviewId, async () => {
    const tray = desk.trayOf(reviewId);
    const addressee = task.read((context) => {
      requireSeat(context, given);
      return addresseeOf(ownPerson(context).keys.ageRecipient);
    });
    const { dataFolder } = task.environment;
    const refusals: TakenFile[] = [];

    for (const upload of uploadIds.map((id) => uploadOf(task, id))) {
      const refusal = await refusalOf(upload, addressee);
      if (refusal === null) {
        const name = keepInInbox(dataFolder, reviewId, tray, upload);
        // Dropped again by a person: judged again.
        tray.judged.delete(`hand ${name}`);
      } else {
        refusals.push(refusal);
        noteRefusal(task, reviewId, upload, refusal);
      }
      task.session.uploads.delete(upload.id);
    }
    const pile = inboxCandidates(dataFolder, reviewId, tray);
    const taken = await takeLetters(task, reviewId, tray, pile);
    tray.state = { ...tray.state, waiting: taken.filter(({ outcome }) => outcome === 'waiting') };
    const accepted = taken.some(({ outcome }) => outcome === 'accepted');
    task.changed(accepted ? topics : ['exchange']);
    return [...refusals, ...taken];
  });
}

function uploadOf({ session }: TaskContext, id: string): Upload {
  const upload = session.uploads.get(id);
  if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
  return upload;
}

/** Judged by the address line alone; null for a letter that may go in. */
async function refusalOf({ name, bytes }: Upload, addressee: string): Promise<TakenFile | null> {
  const file = { fileName: name, kind: '', party: '', outcome: 'refused', values: {} } as const;
  try {
    const { address } = await readHeaderLine(once(bytes));
    return address.to === addressee ? null : { ...file, kind: address.kind, reason: 'not-for-us' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...file, reason: String(error.problem.values?.['reason'] ?? 'not-ours') };
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 256);
}

function noteRefusal(task: TaskContext, reviewId: string, upload: Upload, file: TakenFile): void {
  task.commit((context) =>
    insertHandover(context.db, reviewId, {
      direction: 'in',
      kind: file.kind,
      party: '',
      file_name: upload.name,
      size: upload.bytes.byteLength,
      sha256: upload.sha256,
      carrier: 'hand',
      outcome: 'refused',
      reason: file.reason,
      details: '{}',
      made_ms: context.nowMs,
    }),
  );
}
