import { afterAll, expect, it } from 'vitest';
import { brokenInvariants } from '../../electron/database/invariants.ts';
import { openConflicts } from '../../electron/database/received-sheets.ts';
import { latestBlobs } from '../../electron/database/sheets.ts';
import type { Laptop } from '../support/laptops.ts';
import {
  enrolSeat,
  joinSeat,
  openTravellingOffice,
  packageFor,
  seatPin,
} from '../support/travelling-review.ts';

const opened: Laptop[] = [];
afterAll(() => {
  for (const laptop of opened) laptop.end();
});

it('a sheet sealed to a chair who was replaced meanwhile is sealed again under its number', async () => {
  const office = await openTravellingOffice();
  const { reviewId, members, dossierIds } = office;
  opened.push(office);
  const seats: Laptop[] = [];
  for (const seat of members) {
    const laptop = await joinSeat(office, seat);
    await enrolSeat(office, laptop);
    seats.push(laptop);
  }
  opened.push(...seats);
  for (const to of ['hearing', 'scoring'] as const)
    await office.call('office', 'review.advance', { reviewId, to });
  const [one, , three] = members;
  const [, , laptop] = seats;
  const [dossierId = ''] = dossierIds;
  if (one === undefined || three === undefined || laptop === undefined) throw new Error('no panel');
  await office.call('office', 'panel.elect', { reviewId, seatId: three.id, note: '' });
  await laptop.take('seat', reviewId, await packageFor(office, three));
  await laptop.call('seat', 'recusal.declare', { reviewId, recusals: [] });
  const content = { scores: { a: '50', b: '30' }, comments: {}, overall: '', confirmedZeros: [] };
  await laptop.call('seat', 'desk.saveDraft', { reviewId, dossierId, revision: 0, content });
  const submit = () =>
    laptop.call('seat', 'desk.submit', { reviewId, dossierIds: [dossierId], passphrase: seatPin });
  await submit();
  const letter = (from: Laptop, kind: string): Buffer =>
    from.outbox(reviewId).findLast((row) => row.kind === kind)?.bytes ?? Buffer.alloc(0);
  const old = letter(laptop, 'sheets');
  // Nothing has arrived, so the chair can still be elected anew; the sheet is on its way.
  await office.call('office', 'panel.elect', { reviewId, seatId: one.id, note: '' });
  expect(await office.take('office', reviewId, old)).toMatchObject({ reason: 'older-roster' });
  await laptop.take('seat', reviewId, letter(office, 'receipt'));
  const desk = async () => (await laptop.call('seat', 'desk.get', { reviewId })).sheets[0];
  expect(await desk()).toMatchObject({
    state: 'ready',
    seq: 0,
    delivery: { state: 'refused', reason: 'older-roster' },
  });
  await laptop.take('seat', reviewId, await packageFor(office, three));
  await submit();
  expect(await desk()).toMatchObject({ state: 'submitted', delivery: { state: 'waiting' } });
  const again = letter(laptop, 'sheets');
  expect(await office.take('office', reviewId, again)).toMatchObject({ outcome: 'accepted', reason: '' });
  // The first letter once more, e.g. out of a forgotten stick: it is no evidence of a second sheet.
  expect(await office.take('office', reviewId, old)).toMatchObject({ reason: 'older-roster' });
  await laptop.take('seat', reviewId, letter(office, 'receipt'));
  expect(office.store.read((db) => openConflicts(db, reviewId))).toEqual([]);
  expect(office.store.read((db) => latestBlobs(db, reviewId)).map(({ seq }) => seq)).toEqual([1]);
  await laptop.call('seat', 'desk.withdraw', { reviewId, dossierId, reason: '示例', passphrase: seatPin });
  expect(await office.take('office', reviewId, letter(laptop, 'sheets'))).toMatchObject({
    outcome: 'accepted',
  });
  expect(laptop.store.read(brokenInvariants)).toEqual([]);
  expect(await laptop.call('seat', 'member.resend', { reviewId })).toEqual({ count: 2 });
});
