import { AppError } from '../../../shared/api/problem.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import type { TaskContext } from '../../api/context.ts';
import { personById } from '../../database/people.ts';
import { sampleSecrets } from '../../database/sample-secrets.ts';
import { membersOf } from '../../database/seats.ts';
import type { Players } from './sample.ts';
import type { SampleFiles } from './sample-files.ts';
import { enterAs, type Player } from './sample-player.ts';

/** 「让示例评审组成员完成评分」: every member fills in and submits what is still open. */
export async function completeScoring(
  context: TaskContext,
  sample: SampleFiles,
  reviewId: string,
  players: Players,
): Promise<{ submitted: number }> {
  const people = context.read(({ db }) => {
    const secrets = sampleSecrets(db);
    return membersOf(db, reviewId).map((seat) => ({
      personId: seat.person_id,
      name: personById(db, seat.person_id)?.name ?? '',
      hasProfile: seat.profile_id !== null,
      passphrase: secrets.get(seat.person_id),
    }));
  });
  let submitted = 0;
  for (const [index, { name, passphrase, ...person }] of people.entries()) {
    if (context.signal.aborted) throw new AppError('cancelled');
    context.progress(index / people.length, 'progress.sampleScoring');
    const key = sample.people.find((known) => known.name === name)?.key;
    // A person whom the user seated has an own passphrase and scores alone.
    if (key === undefined || passphrase === undefined) continue;
    const player = players(key);
    await enterAs(player, { ...person, passphrase });
    submitted += await scoreAll(sample, player, { reviewId, key, passphrase });
  }
  return { submitted };
}

async function scoreAll(
  sample: SampleFiles,
  player: Player,
  { reviewId, key, passphrase }: { reviewId: string; key: string; passphrase: string },
): Promise<number> {
  if (!(await player.call('recusal.names', { reviewId })).declared) {
    await player.call('recusal.declare', { reviewId, recusals: [] });
  }
  const desk = await player.call('desk.get', { reviewId });
  const dossierIds: string[] = [];
  for (const { dossierId, revision, state, content, fields } of desk.sheets) {
    if (state !== 'not-started' && state !== 'draft' && state !== 'ready') continue;
    const creditCode = fields?.['creditCode'];
    const sheets = sample.scores.sheets.filter(({ dossier }) => dossier === creditCode);
    const own = sheets.find(({ member }) => member === key) ?? sheets[0];
    if (own === undefined) continue;
    if (state !== 'ready')
      await player.call('desk.saveDraft', {
        reviewId,
        dossierId,
        revision,
        content: merged(own.content, content),
      });
    dossierIds.push(dossierId);
  }
  if (dossierIds.length > 0) await player.call('desk.submit', { reviewId, dossierIds, passphrase });
  return dossierIds.length;
}

/** What the user already scored stays, except an open 0; the rest comes from the sample. */
function merged(sample: SheetContent, own: SheetContent | null): SheetContent {
  if (own === null) return sample;
  const kept = Object.entries(own.scores).filter(
    ([id, text]) =>
      text !== null && (text !== '0' || (own.confirmedZeros.includes(id) && (own.comments[id] ?? '') !== '')),
  );
  return {
    scores: { ...sample.scores, ...Object.fromEntries(kept) },
    comments: { ...sample.comments, ...own.comments },
    overall: own.overall === '' ? sample.overall : own.overall,
    confirmedZeros: [...new Set([...sample.confirmedZeros, ...own.confirmedZeros])],
  };
}
