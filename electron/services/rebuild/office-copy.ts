import { createHash } from 'node:crypto';
import { createReadStream, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { TaskContext } from '../../api/context.ts';
import { deleteOutbox, outboxOf } from '../../database/letters.ts';
import { copiedSizeOf, hasActAfter, noteCopy } from '../../database/office-copies.ts';
import { recordEndOf } from '../../database/record.ts';
import { freezingOf } from '../../database/reviews.ts';
import { seatOfPerson } from '../../database/seats.ts';
import type { Part } from '../../exchange/parts.ts';
import { outboxPath } from '../../exchange/staged-letter.ts';
import { sendOfficeLetter } from '../exchange/office-letter.ts';

export const OFFICE_PART = 'office.db';

/** After these acts the copies made before aren't enough to go on from. */
const milestones = [
  'scheme-frozen',
  'chair-elected',
  'card-confirmed',
  'card-replaced',
  'package-made',
  'declared',
  'advanced',
  'absence',
  'closed',
  'opened',
  'opened-witnessed',
];

/**
 * Makes a new office copy if a milestone was reached since the last one: the whole store, sealed to the
 * secretary alone, for a rebuilt laptop. Only where the secretary of a frozen review is unlocked.
 */
export async function keepOfficeCopy(task: TaskContext, reviewId: string): Promise<void> {
  const due = task.read(({ db, session }) => {
    const seat = session.person === null ? undefined : seatOfPerson(db, reviewId, session.person.personId);
    if (seat?.role !== 'secretary' || freezingOf(db, reviewId) === undefined) return false;
    return hasActAfter(db, reviewId, copiedSizeOf(db, reviewId), milestones);
  });
  if (due) await makeOfficeCopy(task, reviewId);
}

/** Seals a copy of the whole store to the secretary and puts it into the outbox, in place of an older one there. */
export async function makeOfficeCopy(task: TaskContext, reviewId: string): Promise<void> {
  const { person } = task.session;
  if (person === null) return;
  const path = task.store.backUp('office-copy');
  try {
    const { size } = task.read(({ db }) => recordEndOf(db, reviewId));
    const part = await filePart(OFFICE_PART, path);
    const older = task.read(({ db }) => outboxOf(db, reviewId)).filter(({ kind }) => kind === 'office-copy');
    const letter = {
      reviewId,
      kind: 'office-copy',
      recipient: person.keys.ageRecipient,
      party: person.name,
    } as const;
    await sendOfficeLetter(task, { ...letter, parts: [part] }, (context) => {
      noteCopy(context.db, reviewId, size, context.nowMs);
      for (const { id } of older) deleteOutbox(context.db, id);
    });
    for (const { id } of older) rmSync(outboxPath(task.environment.dataFolder, id), { force: true });
  } finally {
    rmSync(path, { force: true });
  }
}

async function filePart(name: string, path: string): Promise<Part> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  const { size } = await stat(path);
  return { name, size, sha256: hash.digest('hex'), open: () => createReadStream(path) };
}
