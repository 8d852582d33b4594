import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import { openConnection } from '../../electron/database/driver.ts';
import { openTestBackend } from '../support/backend.ts';
import { closeSound } from '../support/invariants.ts';
import { closeAndOpen, openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('a forgotten passphrase', () => {
  let sample: SampleReview;
  let member: Seat;

  beforeEach(async () => {
    sample = await openSampleReview('scored');
    const [, second] = sample.members;
    if (second === undefined) throw new Error('members');
    member = second;
  });
  afterEach(() => closeSound(sample));

  const input = (keeper: Seat) => ({
    reviewId: sample.reviewId,
    seatId: member.seatId,
    reason: '本人忘记口令',
    secretaryPassphrase: sample.passphrase(sample.secretary),
    keeperSeatId: keeper.seatId,
    keeperPassphrase: sample.passphrase(keeper),
  });

  test('secretary and chair reseat the member: submitted sheets stay and open, the old passphrase is gone', async () => {
    await sample.call('office', 'panel.reseat', input(sample.chair));
    const old = { personId: member.personId, passphrase: sample.passphrase(member) };
    expect((await sample.refused('tab', 'session.unlock', old)).code).toBe('not-ready');
    await sample.call('tab', 'session.create', {
      personId: member.personId,
      passphrase: '新的示例口令一二三四五六',
    });
    await sample.unlock('office', sample.secretary);
    await closeAndOpen(sample);
    const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    expect(rows.map(({ members }) => members)).toEqual([7, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 0]);
  });

  test('the member scores again under the new key once the secretary has confirmed the roster', async () => {
    await sample.unlock('tab', member);
    const dossierId = (await sample.desk('tab')).sheets[0]?.dossierId ?? '';
    const withdrawal = {
      reviewId: sample.reviewId,
      dossierId,
      reason: '',
      passphrase: sample.passphrase(member),
    };
    await sample.call('tab', 'desk.withdraw', withdrawal);
    await sample.call('office', 'panel.reseat', input(sample.chair));
    const passphrase = '新的示例口令一二三四五六';
    await sample.call('tab', 'session.create', { personId: member.personId, passphrase });
    const before = await sample.desk('tab');
    expect(before.submitBlockedBy).toEqual(['desk.rosterStale']);
    expect(before.sheets[0]).toMatchObject({ state: 'not-started', content: null });
    await sample.unlock('office', sample.secretary);
    expect((await sample.desk('tab')).submitBlockedBy).toEqual([]);
  });

  test('neither one passphrase alone nor another member is enough', async () => {
    const wrong = { ...input(sample.chair), keeperPassphrase: 'no no no no no no' };
    expect((await sample.refused('office', 'panel.reseat', wrong)).code).toBe('wrong-passphrase');
    const [, , third] = sample.members;
    if (third === undefined) throw new Error('members');
    expect((await sample.refused('office', 'panel.reseat', input(third))).code).toBe('bad-input');
    await sample.unlock('tab', member);
  });

  test('through a review of one’s own nobody takes over a person who sits in another one', async () => {
    const passphrase = '一二三四五六七八九十甲乙';
    const { reviewId } = await sample.call('other', 'review.create', {
      title: '另一评审',
      organiser: '某市商务局',
      preset: 'taiyuan',
      secretary: { name: '王工作', passphrase },
    });
    const accomplices = ['甲', '乙'].map((name) => ({ name, organisation: '', title: '', field: '' }));
    const seats: { personId: string; seatId: string }[] = [];
    for (const each of accomplices) {
      const person = { ...each, kind: 'expert', phone: '' } as const;
      const { personId } = await sample.call('other', 'person.save', { personId: null, person });
      const seat = { reviewId, personId, role: 'member', kind: 'expert' } as const;
      seats.push({ personId, seatId: (await sample.call('other', 'panel.seat', seat)).seatId });
      await sample.call(each.name, 'session.create', { personId, passphrase });
    }
    // The pool may hold a person of two real reviews; here the store is told so directly.
    await sample.close();
    const connection = openConnection(`${sample.folder}/paneldesk.db`);
    connection
      .prepare(
        "INSERT INTO seat (id, review_id, person_id, role, kind, position) VALUES (?, ?, ?, 'member', 'expert', 9)",
      )
      .run('victim', reviewId, sample.chair.personId);
    connection.close();
    const again = await openTestBackend({ folder: sample.folder });
    const tiles = await again.call('other', 'session.tiles', { reviewId });
    const personId = tiles.find(({ role }) => role === 'secretary')?.personId ?? '';
    await again.call('other', 'session.unlock', { personId, passphrase });
    const [accomplice] = seats;
    if (accomplice === undefined) throw new Error('seats');
    await again.call('other', 'panel.elect', { reviewId, seatId: accomplice.seatId, note: '' });
    const problem = await again.refused('other', 'panel.reseat', {
      reviewId,
      seatId: 'victim',
      reason: '示例',
      secretaryPassphrase: passphrase,
      keeperSeatId: accomplice.seatId,
      keeperPassphrase: passphrase,
    });
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'reseat-elsewhere' } });
    sample = { ...sample, ...again };
  });

  test('a reseated chair is told to leave the opening to the deputy, who opens every sheet', async () => {
    const chair = { ...input(sample.deputy), seatId: sample.chair.seatId };
    await sample.call('office', 'panel.reseat', chair);
    const passphrase = '新的示例口令一二三四五六';
    await sample.call('tab', 'session.create', { personId: sample.chair.personId, passphrase });
    await sample.unlock('office', sample.secretary);
    await sample.call('office', 'review.close', { reviewId: sample.reviewId });
    const open = {
      reviewId: sample.reviewId,
      secretaryPassphrase: sample.passphrase(sample.secretary),
      keeperSeatId: sample.chair.seatId,
      keeperPassphrase: passphrase,
    };
    expect(await sample.refused('office', 'opening.open', open)).toMatchObject({
      code: 'conflict',
      values: { what: 'keeper-new-key' },
    });
    const deputy = { keeperSeatId: sample.deputy.seatId, keeperPassphrase: sample.passphrase(sample.deputy) };
    await sample.call('office', 'opening.begin', {
      reviewId: sample.reviewId,
      keeperSeatId: sample.deputy.seatId,
    });
    expect(await sample.call('office', 'opening.open', { ...open, ...deputy })).toEqual({ opened: 76 });
  });

  test('chair and deputy are not both reseated while sheets are sealed to their old keys', async () => {
    const keeperInput = (seat: Seat, keeper: Seat, keeperPassphrase: string) => ({
      ...input(keeper),
      seatId: seat.seatId,
      keeperPassphrase,
    });
    await sample.call(
      'office',
      'panel.reseat',
      keeperInput(sample.deputy, sample.chair, sample.passphrase(sample.chair)),
    );
    const passphrase = '新的示例口令一二三四五六';
    await sample.call('tab', 'session.create', { personId: sample.deputy.personId, passphrase });
    const problem = await sample.refused(
      'office',
      'panel.reseat',
      keeperInput(sample.chair, sample.deputy, passphrase),
    );
    expect(problem).toMatchObject({ code: 'conflict', values: { what: 'last-keeper' } });
  });

  test('the tab of the reseated member is locked at once', async () => {
    await sample.unlock('tab', member);
    await sample.call('office', 'panel.reseat', input(sample.deputy));
    expect(await sample.call('tab', 'session.current', {})).toBeNull();
  });
});
