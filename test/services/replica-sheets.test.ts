import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenInvariants } from '../../electron/database/invariants.ts';
import { recusalsOf } from '../../electron/database/recusals.ts';
import type { SeatRow } from '../../electron/database/seats.ts';
import { latestBlobs } from '../../electron/database/sheets.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import type { Laptop } from '../support/laptops.ts';
import {
  enrolSeat,
  joinSeat,
  openTravellingOffice,
  packageFor,
  seatPin,
  type TravellingOffice,
} from '../support/travelling-review.ts';

const content = (a: string, b: string): SheetContent => ({
  scores: { a, b },
  comments: {},
  overall: '',
  confirmedZeros: [],
});

describe('a member on a bureau seat', () => {
  let office: TravellingOffice;
  let seats: Laptop[];
  let reviewId: string;
  let first: SeatRow;
  let seat: Laptop;
  const lastOf = (laptop: Laptop, kind: string, party?: string): Buffer => {
    const letter = laptop
      .outbox(reviewId)
      .findLast((one) => one.kind === kind && (party === undefined || one.party === party));
    if (letter === undefined) throw new Error(`no ${kind}`);
    return letter.bytes;
  };
  const states = async (): Promise<unknown[]> =>
    (await seat.call('seat', 'desk.get', { reviewId })).sheets.map(({ state, seq, delivery }) => [
      state,
      seq,
      delivery?.state ?? null,
    ]);

  beforeAll(async () => {
    office = await openTravellingOffice();
    ({ reviewId } = office);
    seats = [];
    for (const member of office.members) {
      const laptop = await joinSeat(office, member);
      await enrolSeat(office, laptop);
      seats.push(laptop);
    }
    const [one] = office.members;
    const [laptop] = seats;
    if (one === undefined || laptop === undefined) throw new Error('no member');
    first = one;
    seat = laptop;
    await seat.take('seat', reviewId, await packageFor(office, first));
  });
  afterAll(() => {
    office.end();
    for (const laptop of seats) laptop.end();
  });

  it('sees nothing of any application before declaring', async () => {
    expect((await seat.call('seat', 'desk.get', { reviewId })).sheets).toEqual([]);
  });

  it('declares: the declaration waits for the office, and the recused facts are gone here', async () => {
    const recused = office.dossierIds[2] ?? '';
    await seat.call('seat', 'recusal.declare', {
      reviewId,
      recusals: [{ dossierId: recused, reason: '示例：曾任顾问' }],
    });
    expect(lastOf(seat, 'declaration').subarray(0, 30).toString()).toContain(
      'paneldesk-letter/1 declaration',
    );
    const fields = seat.store.read((db) =>
      db.all<{ id: string; fields: string }>('SELECT id, fields FROM dossier ORDER BY number'),
    );
    expect(fields.map((row) => row.fields === '{}')).toEqual([false, false, true]);
  });

  it('drafts before the chair is elected, and can’t submit yet', async () => {
    for (const [index, dossierId] of office.dossierIds.slice(0, 2).entries())
      await seat.call('seat', 'desk.saveDraft', {
        reviewId,
        dossierId,
        revision: 0,
        content: content(`5${index}`, '30'),
      });
    for (const to of ['hearing', 'scoring'] as const)
      await office.call('office', 'review.advance', { reviewId, to });
    await seat.take('seat', reviewId, await packageFor(office, first));
    const desk = await seat.call('seat', 'desk.get', { reviewId });
    expect(desk.submitBlockedBy).toContain('desk.noChair');
    expect(desk.sheets.map(({ state }) => state)).toEqual(['ready', 'ready', 'recused']);
  });

  it('submits after the election: on disk first, then 待签收, then 已签收', async () => {
    await office.call('office', 'panel.elect', { reviewId, seatId: first.id, note: '' });
    await seat.take('seat', reviewId, await packageFor(office, first));
    const dossierIds = office.dossierIds.slice(0, 2);
    await seat.call('seat', 'desk.submit', { reviewId, dossierIds, passphrase: seatPin });
    expect(await states()).toEqual([
      ['submitted', 1, 'waiting'],
      ['submitted', 1, 'waiting'],
      ['recused', 0, null],
    ]);
    expect(await office.take('office', reviewId, lastOf(seat, 'sheets'))).toMatchObject({
      outcome: 'accepted',
    });
    const receipt = lastOf(office, 'receipt', first.name);
    expect(await seat.take('seat', reviewId, receipt)).toMatchObject({ outcome: 'accepted' });
    expect(await seat.take('seat', reviewId, receipt)).toMatchObject({ outcome: 'already' });
    expect((await states())[0]).toEqual(['submitted', 1, 'received']);
    expect(await seat.call('seat', 'member.state', { reviewId })).toMatchObject({
      waiting: 0,
      received: 2,
      refused: 0,
      warnings: [],
    });
  });

  it('withdraws and replaces until the closing', async () => {
    const [dossierId = ''] = office.dossierIds;
    await seat.call('seat', 'desk.withdraw', { reviewId, dossierId, reason: '示例', passphrase: seatPin });
    const tombstone = lastOf(seat, 'sheets');
    const { sheets } = await seat.call('seat', 'desk.get', { reviewId });
    await seat.call('seat', 'desk.saveDraft', {
      reviewId,
      dossierId,
      revision: sheets[0]?.revision ?? 0,
      content: content('10', '10'),
    });
    await seat.call('seat', 'desk.submit', { reviewId, dossierIds: [dossierId], passphrase: seatPin });
    // The later letter comes first: it waits for the one in front of it.
    await office.take('office', reviewId, lastOf(seat, 'sheets'));
    await office.take('office', reviewId, tombstone);
    await seat.take('seat', reviewId, lastOf(office, 'receipt', first.name));
    expect((await states())[0]).toEqual(['submitted', 3, 'received']);
    const inOffice = office.store.read((db) =>
      latestBlobs(db, reviewId).map((row) => [row.dossier_id, row.seq]),
    );
    expect(inOffice).toEqual(
      expect.arrayContaining([
        [dossierId, 3],
        [office.dossierIds[1], 1],
      ]),
    );
  });

  it('hands everything over again for an office that was rebuilt; a whole office learns nothing new', async () => {
    expect(await seat.call('seat', 'member.resend', { reviewId })).toEqual({ count: 4 });
    expect(await office.take('office', reviewId, lastOf(seat, 'sheets'))).toMatchObject({
      outcome: 'already',
    });
  });

  it('keeps every invariant of the store', () => {
    expect(seat.store.read(brokenInvariants)).toEqual([]);
  });

  it('erases what a recusal recorded by the office hides', async () => {
    const [, dossierId = ''] = office.dossierIds;
    await office.call('office', 'recusal.record', { reviewId, seatId: first.id, dossierId, reason: '示例' });
    await seat.take('seat', reviewId, await packageFor(office, first, 'supplement'));
    expect(seat.store.read((db) => recusalsOf(db, reviewId)).map((row) => row.dossier_id)).toContain(
      dossierId,
    );
    const row = seat.store.read((db) =>
      db.first<{ fields: string }>('SELECT fields FROM dossier WHERE id = ?', dossierId),
    );
    expect(row?.fields).toBe('{}');
  });
});
