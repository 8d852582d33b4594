import { AppError } from '../../../shared/api/problem.ts';
import type { TaskContext } from '../../api/context.ts';
import { markSample } from '../../database/reviews.ts';
import { saveSampleSecret } from '../../database/sample-secrets.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import type { Players } from './sample.ts';
import type { SampleFiles } from './sample-files.ts';
import { enterAs, type Player } from './sample-player.ts';

/** The recovery file of the sample opens with this. */
const sampleRecoveryPassphrase = '示例恢复口令-晋阳-0001';

interface Seated {
  readonly key: string;
  readonly personId: string;
  readonly seatId: string;
  readonly role: string;
  readonly passphrase: string;
  readonly hasProfile: boolean;
}

/** Brings a new sample review to the scoring: everything prepared, nothing scored yet. */
export async function prepareSample(
  context: TaskContext,
  sample: SampleFiles,
  players: Players,
): Promise<{ reviewId: string }> {
  const office = players('secretary');
  const step = makeStep(context);
  step(0.02, 'progress.samplePeople');
  const reviewId = await createReview(context, sample, office);
  step(0.1, 'progress.sampleImport');
  await importApplications(context, sample, office, reviewId);
  step(0.2, 'progress.samplePeople');
  const seated = await seatPeople(context, sample, office, reviewId);
  for (const [index, person] of seated.entries()) {
    if (person.role !== 'secretary') await enterAs(players(person.key), person);
    step(0.2 + (0.5 * (index + 1)) / seated.length, 'progress.samplePeople');
  }
  await judge(sample, office, reviewId);
  await freezeAndElect(sample, office, reviewId, seated);
  step(0.9, 'progress.sampleMeeting');
  await declare(sample, players, office, reviewId, seated);
  for (const to of ['materials', 'hearing', 'scoring'] as const)
    await office.call('review.advance', { reviewId, to });
  return { reviewId };
}

function makeStep(context: TaskContext): (fraction: number, label: string) => void {
  return (fraction, label) => {
    if (context.signal.aborted) throw new AppError('cancelled');
    context.progress(fraction, label);
  };
}

async function createReview(context: TaskContext, sample: SampleFiles, office: Player): Promise<string> {
  const { story, people } = sample;
  const secretary = people.find(({ role }) => role === 'secretary');
  if (secretary === undefined) throw new Error('the sample has no secretary');
  const { title, organiser } = story;
  const known = (await office.call('session.tiles', { reviewId: null })).find(
    (tile) => tile.name === secretary.name && tile.samplePassphrase !== null,
  );
  if (known !== undefined) await enterAs(office, { ...known, passphrase: secretary.passphrase });
  const { name, passphrase } = secretary;
  const { reviewId } = await office.call('review.create', {
    title,
    organiser,
    preset: story.scheme,
    secretary: known === undefined ? { name, passphrase } : null,
  });
  const current = await office.call('session.current', {});
  context.commit(({ db }) => {
    markSample(db, reviewId);
    if (current !== null) saveSampleSecret(db, current.personId, secretary.passphrase);
  });
  return reviewId;
}

/** The ordinary import: the file is handed over, looked at and taken in. */
async function importApplications(
  context: TaskContext,
  sample: SampleFiles,
  office: Player,
  reviewId: string,
): Promise<void> {
  const bytes = sample.applications;
  const id = context.environment.newId();
  context
    .sessionOf(office.session)
    .uploads.set(id, { id, name: 'applications.xlsx', bytes, sha256: sha256Hex(bytes) });
  const { digest } = await office.call('dossier.preview', { reviewId, uploadId: id });
  await office.call('dossier.import', { reviewId, uploadId: id, skipRows: [], digest });
}

async function seatPeople(
  context: TaskContext,
  sample: SampleFiles,
  office: Player,
  reviewId: string,
): Promise<Seated[]> {
  const pool = await office.call('person.list', {});
  const seated: Seated[] = [];
  for (const { key, role, passphrase, ...person } of sample.people) {
    const known = pool.find(({ name, retired }) => name === person.name && !retired);
    if (role === 'secretary') {
      const current = await office.call('session.current', {});
      const seatId = current?.seats.find((seat) => seat.reviewId === reviewId)?.seatId ?? '';
      seated.push({ key, role, passphrase, seatId, personId: current?.personId ?? '', hasProfile: true });
      continue;
    }
    const personId =
      known?.personId ?? (await office.call('person.save', { personId: null, person })).personId;
    context.commit(({ db }) => saveSampleSecret(db, personId, passphrase));
    const { seatId } = await office.call('panel.seat', { reviewId, personId, role, kind: person.kind });
    seated.push({ key, role, passphrase, seatId, personId, hasProfile: known?.hasProfile ?? false });
  }
  return seated;
}

async function judge(sample: SampleFiles, office: Player, reviewId: string): Promise<void> {
  await office.call('review.advance', { reviewId, to: 'eligibility' });
  const dossiers = await office.call('dossier.list', { reviewId });
  const ids = new Map(dossiers.map(({ creditCode, dossierId }) => [creditCode, dossierId]));
  for (const { dossier, ...decision } of sample.story.judgements) {
    const dossierId = ids.get(dossier);
    if (dossierId !== undefined) await office.call('dossier.judge', { reviewId, dossierId, ...decision });
  }
}

async function freezeAndElect(
  sample: SampleFiles,
  office: Player,
  reviewId: string,
  seated: readonly Seated[],
): Promise<void> {
  const { story } = sample;
  const seatOf = (key: string): string => seated.find((person) => person.key === key)?.seatId ?? '';
  const secretary = seated.find(({ role }) => role === 'secretary');
  const { revision } = await office.call('scheme.get', { reviewId });
  await office.call('scheme.freeze', {
    reviewId,
    revision,
    deputySeatId: seatOf(story.election.deputy),
    passphrase: secretary?.passphrase ?? '',
    recoveryPassphrase: sampleRecoveryPassphrase,
  });
  const { meetingId } = await office.call('panel.saveMeeting', {
    reviewId,
    meetingId: null,
    meeting: story.meeting,
  });
  for (const { person, state, reason } of story.attendance) {
    await office.call('panel.attend', { reviewId, meetingId, seatId: seatOf(person), state, reason });
  }
  await office.call('panel.elect', {
    reviewId,
    seatId: seatOf(story.election.chair),
    note: story.election.note,
  });
}

async function declare(
  sample: SampleFiles,
  players: Players,
  office: Player,
  reviewId: string,
  seated: readonly Seated[],
): Promise<void> {
  const dossiers = await office.call('dossier.list', { reviewId });
  const ids = new Map(dossiers.map(({ creditCode, dossierId }) => [creditCode, dossierId]));
  for (const { key, role } of seated) {
    if (role !== 'member') continue;
    const recusals = sample.scores.recusals
      .filter(({ member }) => member === key)
      .flatMap(({ dossier, reason }) => {
        const dossierId = ids.get(dossier);
        return dossierId === undefined ? [] : [{ dossierId, reason }];
      });
    await players(key).call('recusal.declare', { reviewId, recusals });
  }
}
