import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SeatRow } from '../../electron/database/seats.ts';
import { foundFiles } from '../support/found-files.ts';
import type { Laptop } from '../support/laptops.ts';
import {
  addOfficeFile,
  enrolSeat,
  joinSeat,
  openTravellingOffice,
  packageFor,
  readFileOf,
  seatPin,
  type TravellingOffice,
} from '../support/travelling-review.ts';

const shared = Buffer.from('两家共用的承诺书 canary-1', 'utf8');
const plan = Buffer.from('示例经营计划 canary-2'.repeat(20_000), 'utf8');
const answers = Buffer.from('示例答辩答复 canary-3', 'utf8');

describe('files of applications on a member’s laptop', () => {
  let office: TravellingOffice;
  let seat: Laptop;
  /** Of the deputy, who must have keys before anybody can hand in. */
  let fresh: Laptop;
  let member: SeatRow;
  let reviewId: string;
  let dossiers: readonly [string, string, string];
  const ids: Record<string, string> = {};
  const read = (name: string): Promise<string> => readFileOf(seat, reviewId, ids[name] ?? '');
  const take = async (kind: 'package' | 'supplement'): Promise<{ size: number; reason: string }> => {
    const bytes = await packageFor(office, member, kind);
    const { outcome, reason } = await seat.take('seat', reviewId, bytes);
    expect(outcome).toBe('accepted');
    return { size: bytes.byteLength, reason };
  };

  beforeAll(async () => {
    office = await openTravellingOffice();
    ({ reviewId } = office);
    dossiers = office.dossierIds as unknown as [string, string, string];
    member = office.members[0] as SeatRow;
    seat = await joinSeat(office, member);
    await enrolSeat(office, seat);
    fresh = await joinSeat(office, office.members[1] as SeatRow);
    await enrolSeat(office, fresh);
    const [one, two, three] = dossiers;
    ids['plan'] = await addOfficeFile(office, one, 'plan', '经营计划.pdf', plan);
    ids['promise-1'] = await addOfficeFile(office, one, 'commitment', '承诺书.pdf', shared);
    ids['promise-2'] = await addOfficeFile(office, two, 'commitment', '承诺书.pdf', shared);
    ids['promise-3'] = await addOfficeFile(office, three, 'commitment', '承诺书.pdf', shared);
  });
  afterAll(() => {
    office.end();
    seat.end();
    fresh.end();
  });

  it('come with the package and lie sealed', async () => {
    expect((await take('package')).reason).toBe('');
    for (const path of foundFiles(seat.folder))
      expect([path, readFileSync(path).includes('canary')]).toEqual([path, false]);
    // Before the declaration nothing of any application is shown.
    expect(await read('plan')).toBe('not-permitted');
  });

  it('are read after the declaration, and of a recused one nothing is left', async () => {
    const folder = join(seat.folder, 'materials', `of-${dossiers[2]}`);
    expect(existsSync(folder)).toBe(true);
    const recusals = [{ dossierId: dossiers[2], reason: '示例：曾任顾问' }];
    await seat.call('seat', 'recusal.declare', { reviewId, recusals });
    expect(existsSync(folder)).toBe(false);
    expect(await read('plan')).toBe(plan.toString());
    expect([await read('promise-1'), await read('promise-2')]).toEqual([
      shared.toString(),
      shared.toString(),
    ]);
    expect(await read('promise-3')).toBe('not-permitted');
  });

  it('that came later travel alone in a supplement; a sheet waits until the answers were opened', async () => {
    await office.call('office', 'review.advance', { reviewId, to: 'hearing' });
    ids['answers'] = await addOfficeFile(office, dossiers[0], 'answers', '答辩答复.pdf', answers);
    await office.call('office', 'review.advance', { reviewId, to: 'scoring' });
    await office.call('office', 'panel.elect', { reviewId, seatId: member.id, note: '' });
    // A whole package would hold the plan of half a megabyte.
    const { size, reason } = await take('supplement');
    expect(reason).toBe('');
    expect(size).toBeLessThan(100_000);
    const [dossierId] = dossiers;
    const content = { scores: { a: '1', b: '1' }, comments: {}, overall: '', confirmedZeros: [] };
    await seat.call('seat', 'desk.saveDraft', { reviewId, dossierId, revision: 0, content });
    const sheet = { reviewId, dossierIds: [dossierId], passphrase: seatPin };
    expect(await seat.refused('seat', 'desk.submit', sheet)).toMatchObject({
      places: [{ reason: 'desk.unread', values: { file: '答辩答复.pdf' } }],
    });
    expect(await read('answers')).toBe(answers.toString());
    await seat.call('seat', 'desk.submit', sheet);
  });

  it('are told missing when a supplement comes without the package before it', async () => {
    const second = office.members[1] as SeatRow;
    await packageFor(office, second);
    const bytes = await packageFor(office, second, 'supplement');
    expect(await fresh.take('seat', reviewId, bytes)).toMatchObject({
      outcome: 'accepted',
      reason: 'materials-missing',
      values: { count: 5 },
    });
    expect(await fresh.take('seat', reviewId, await packageFor(office, second))).toMatchObject({
      reason: '',
    });
  });

  it('that were replaced at the office are replaced here', async () => {
    const next = Buffer.from('示例经营计划，第二版', 'utf8');
    ids['plan-2'] = await addOfficeFile(office, dossiers[1], 'plan', '计划书.pdf', plan);
    await take('supplement');
    ids['plan-3'] = await addOfficeFile(office, dossiers[1], 'plan', '计划书.pdf', next);
    await take('supplement');
    expect([await read('plan-2'), await read('plan-3')]).toEqual(['not-permitted', next.toString()]);
  });
});
