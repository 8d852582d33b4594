import { afterAll, describe, expect, it } from 'vitest';
import type { SeatRow } from '../../electron/database/seats.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import type { Laptop } from '../support/laptops.ts';
import {
  enrolSeat,
  joinSeat,
  openTravellingOffice,
  packageFor,
  seatPin,
  secretaryPassphrase,
  type TravellingOffice,
} from '../support/travelling-review.ts';

const content = (a: string, b: string, overall = ''): SheetContent => ({
  scores: { a, b },
  comments: {},
  overall,
  confirmedZeros: [],
});

interface Panel {
  readonly office: TravellingOffice;
  readonly seats: readonly { readonly seat: SeatRow; readonly laptop: Laptop }[];
}

const opened: Laptop[] = [];
afterAll(() => {
  for (const laptop of opened) laptop.end();
});

const lastOf = (laptop: Laptop, reviewId: string, kind: string, party?: string): Buffer =>
  laptop.outbox(reviewId).findLast((one) => one.kind === kind && (party ?? one.party) === one.party)?.bytes ??
  Buffer.alloc(0);

/** Three members on three laptops, everything scored and received; `scoreOf` gives member n's first item. */
async function scoredPanel(scoreOf: (member: number) => string, overall = ''): Promise<Panel> {
  const office = await openTravellingOffice();
  opened.push(office);
  const { reviewId } = office;
  const seats: { seat: SeatRow; laptop: Laptop }[] = [];
  for (const seat of office.members) {
    const laptop = await joinSeat(office, seat);
    opened.push(laptop);
    await enrolSeat(office, laptop);
    seats.push({ seat, laptop });
  }
  for (const to of ['hearing', 'scoring'] as const)
    await office.call('office', 'review.advance', { reviewId, to });
  await office.call('office', 'panel.elect', { reviewId, seatId: office.members[0]?.id ?? '', note: '' });
  for (const [index, { seat, laptop }] of seats.entries()) {
    await laptop.take('seat', reviewId, await packageFor(office, seat));
    await laptop.call('seat', 'recusal.declare', { reviewId, recusals: [] });
    for (const dossierId of office.dossierIds) {
      const sheet = content(scoreOf(index), '20', index === 1 ? overall : '');
      await laptop.call('seat', 'desk.saveDraft', { reviewId, dossierId, revision: 0, content: sheet });
    }
    const dossierIds = [...office.dossierIds];
    await laptop.call('seat', 'desk.submit', { reviewId, dossierIds, passphrase: seatPin });
    await office.take('office', reviewId, lastOf(laptop, reviewId, 'sheets'));
    await laptop.take('seat', reviewId, lastOf(office, reviewId, 'receipt', seat.name));
  }
  return { office, seats };
}

describe('an opening whose keeper sits at another laptop', () => {
  it('is asked there, answered with one PIN, and opens here; nothing of it stays there', async () => {
    const { office, seats } = await scoredPanel((member) => String(10 * (member + 1)));
    const { reviewId } = office;
    const [chair, deputy, plain] = seats;
    if (chair === undefined || deputy === undefined || plain === undefined) throw new Error('no panel');
    await office.call('office', 'review.close', { reviewId });
    const keeperSeatId = chair.seat.id;
    await office.call('office', 'opening.begin', { reviewId, keeperSeatId });
    await office.call('office', 'opening.request', {
      reviewId,
      keeperSeatId,
      secretaryPassphrase,
    });
    const request = lastOf(office, reviewId, 'opening-request', chair.seat.name);
    expect(await plain.laptop.take('seat', reviewId, request)).toMatchObject({ reason: 'not-for-us' });
    expect(await chair.laptop.take('seat', reviewId, request)).toMatchObject({ outcome: 'accepted' });
    const state = await chair.laptop.call('seat', 'member.state', { reviewId });
    expect(state?.request).toMatchObject({ count: 9, answeredMs: null });
    const digest = state?.request?.digest ?? '';
    expect(
      await chair.laptop.refused('seat', 'opening.answer', { reviewId, digest, passphrase: '999998' }),
    ).toMatchObject({ code: 'wrong-passphrase' });
    expect(
      await chair.laptop.call('seat', 'opening.answer', { reviewId, digest, passphrase: seatPin }),
    ).toEqual({ count: 9 });
    const left = chair.laptop.store.read((db) => db.all('SELECT 1 FROM opening_inner'));
    expect(left).toEqual([]);
    expect(
      await chair.laptop.refused('seat', 'opening.answer', { reviewId, digest, passphrase: seatPin }),
    ).toMatchObject({ code: 'not-found' });
    const answer = lastOf(chair.laptop, reviewId, 'opening-answer');
    expect(await office.take('office', reviewId, answer)).toMatchObject({ outcome: 'accepted' });
    const tally = await office.call('office', 'tally.get', { reviewId });
    expect(tally.rows.map(({ score }) => score)).toEqual(['40.00', '40.00', '40.00']);
  });
});

describe('two worlds that differ in what one expert scored and wrote', () => {
  it('look the same to every other expert and to who carries the files', async () => {
    const one = await scoredPanel((member) => (member === 1 ? '1' : '30'));
    const two = await scoredPanel((member) => (member === 1 ? '59.99' : '30'), '示例评语'.repeat(200));
    const carried = ({ office, seats }: Panel) =>
      [office, ...seats.map(({ laptop }) => laptop)].map((laptop) =>
        laptop.outbox(office.reviewId).map(({ kind, party, bytes }) => [kind, party, bytes.byteLength]),
      );
    expect(carried(two)).toEqual(carried(one));
    const seen = async ({ office: { reviewId }, seats }: Panel): Promise<unknown> => {
      const [first] = seats;
      if (first === undefined) throw new Error('no member');
      const { sheets } = await first.laptop.call('seat', 'desk.get', { reviewId });
      const rows = first.laptop.store.read((db) =>
        db
          .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
          .map(({ name }) => [name, db.first<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)?.n]),
      );
      return {
        rows,
        sheets: sheets.map(({ number, state, total, delivery }) => [number, state, total, delivery]),
      };
    };
    expect(await seen(two)).toEqual(await seen(one));
  });
});
