import { afterAll, expect, it } from 'vitest';
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

it('an absence is asked for, signed on the chair’s laptop with the PIN, and counts once it is back', async () => {
  const office = await openTravellingOffice(['甲', '乙', '丙', '丁', '戊']);
  opened.push(office);
  const { reviewId, members, dossierIds } = office;
  const [chair, , absent] = members;
  if (chair === undefined || absent === undefined) throw new Error('members');
  const laptop = await joinSeat(office, chair);
  opened.push(laptop);
  await enrolSeat(office, laptop);
  await office.call('office', 'panel.elect', { reviewId, seatId: chair.id, note: '' });
  for (const to of ['hearing', 'scoring'] as const)
    await office.call('office', 'review.advance', { reviewId, to });
  await laptop.take('seat', reviewId, await packageFor(office, chair));
  await office.call('office', 'absence.request', {
    reviewId,
    seatId: absent.id,
    dossierIds: [...dossierIds],
    reason: '示例：因公外出',
    keeperSeatId: chair.id,
  });
  const request = office.outbox(reviewId).find(({ kind }) => kind === 'absence-request');
  expect((await laptop.take('seat', reviewId, request?.bytes ?? Buffer.alloc(0))).outcome).toBe('accepted');
  const state = await laptop.call('seat', 'member.state', { reviewId });
  const [asked] = state?.absenceRequests ?? [];
  expect(asked).toMatchObject({ name: '丙', reason: '示例：因公外出', answeredMs: null });
  expect(asked?.dossiers).toHaveLength(3);
  const input = { reviewId, request: asked?.id ?? '', passphrase: seatPin };
  expect((await laptop.refused('seat', 'absence.answer', { ...input, passphrase: '999998' })).code).toBe(
    'wrong-passphrase',
  );
  await laptop.call('seat', 'absence.answer', input);
  expect((await laptop.refused('seat', 'absence.answer', input)).code).toBe('not-found');
  const answer = laptop.outbox(reviewId).find(({ kind }) => kind === 'absence-answer');
  expect((await office.take('office', reviewId, answer?.bytes ?? Buffer.alloc(0))).outcome).toBe('accepted');
  const { cells, members: row } = await office.call('office', 'board.get', { reviewId });
  const index = row.findIndex(({ seatId }) => seatId === absent.id);
  expect(cells[index]).toEqual(['absent', 'absent', 'absent']);
});
