import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { closeSound } from '../support/invariants.ts';
import { fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

const scan = new TextEncoder().encode('%PDF-1.7 a scan of the signed sheet');

describe('paper sheets', () => {
  let sample: SampleReview;
  let member: Seat;
  let dossierId: string;
  let content: SheetContent;

  beforeEach(async () => {
    sample = await openSampleReview('scored');
    const [, second] = sample.members;
    if (second === undefined) throw new Error('members');
    member = second;
    await sample.unlock('member', member);
    dossierId = (await sample.desk('member')).sheets[0]?.dossierId ?? '';
    const passphrase = sample.passphrase(member);
    await sample.call('member', 'desk.withdraw', {
      reviewId: sample.reviewId,
      dossierId,
      reason: '',
      passphrase,
    });
    content = fullContent(await sample.call('office', 'scheme.get', { reviewId: sample.reviewId }));
  });
  afterEach(() => closeSound(sample));

  const register = async () => {
    const uploadId = await sample.upload('office', '评分表.pdf', scan);
    const input = { reviewId: sample.reviewId, seatId: member.seatId, dossierIds: [dossierId], uploadId };
    await sample.call('office', 'paper.register', input);
    await sample.call('office', 'review.close', { reviewId: sample.reviewId });
    await sample.unlock('recorder', sample.recorder);
  };
  const entry = (seat: Seat, scores: SheetContent['scores'] = content.scores) => ({
    reviewId: sample.reviewId,
    seatId: member.seatId,
    dossierId,
    content: { ...content, scores },
    passphrase: sample.passphrase(seat),
  });
  const openSheets = () => ({
    reviewId: sample.reviewId,
    secretaryPassphrase: sample.passphrase(sample.secretary),
    keeperSeatId: sample.chair.seatId,
    keeperPassphrase: sample.passphrase(sample.chair),
  });

  const begin = () =>
    sample.call('office', 'opening.begin', {
      reviewId: sample.reviewId,
      keeperSeatId: sample.chair.seatId,
    });

  test('typed by two people alike, it counts and is marked as paper', async () => {
    await register();
    const first = await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    const second = await sample.call('office', 'paper.enter', entry(sample.secretary));
    expect([first.state, second.state]).toEqual(['typed-once', 'agreed']);
    await begin();
    await sample.call('office', 'opening.open', openSheets());
    const { rows } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    const own = rows
      .find((row) => row.dossierId === dossierId)
      ?.sheets.find(({ seatId }) => seatId === member.seatId);
    expect(own).toMatchObject({ mark: 'counted', paper: true });
  });

  test('a difference names the item and neither value, and the opening waits for a second look', async () => {
    await register();
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    const other = { ...content.scores, 'plan.model': '2' };
    const answer = await sample.call('office', 'paper.enter', entry(sample.secretary, other));
    expect(answer).toEqual({ state: 'differs', differences: ['plan.model'] });
    const [listed] = await sample.call('office', 'paper.list', { reviewId: sample.reviewId });
    expect(listed).toMatchObject({ state: 'differs', differences: ['plan.model'] });
    expect(JSON.stringify(listed)).not.toContain('"2"');
    const problem = await sample.refused('office', 'opening.open', openSheets());
    expect(problem.places?.map(({ reason }) => reason)).toEqual(['board.paperNotTyped']);
    expect((await sample.call('office', 'paper.enter', entry(sample.secretary))).state).toBe('agreed');
  });

  test('one person typing twice is still one typist', async () => {
    await register();
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    expect((await sample.call('recorder', 'paper.enter', entry(sample.recorder))).state).toBe('typed-once');
  });

  test('another scan in place of the first makes the typing begin again', async () => {
    await register();
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    const uploadId = await sample.upload('office', '评分表.pdf', Buffer.from('%PDF-1.7 another scan'));
    const input = { reviewId: sample.reviewId, seatId: member.seatId, dossierIds: [dossierId], uploadId };
    await sample.call('office', 'paper.register', input);
    expect((await sample.call('office', 'paper.enter', entry(sample.secretary))).state).toBe('typed-once');
  });

  test('without a scan, with a blank, or before the closing nothing is typed', async () => {
    const input = {
      reviewId: sample.reviewId,
      seatId: member.seatId,
      dossierIds: [dossierId],
      uploadId: null,
    };
    await sample.call('office', 'paper.register', input);
    expect((await sample.refused('office', 'paper.enter', entry(sample.secretary))).code).toBe('wrong-phase');
    await sample.call('office', 'review.close', { reviewId: sample.reviewId });
    expect((await sample.refused('office', 'paper.enter', entry(sample.secretary))).values).toEqual({
      what: 'scan',
    });
  });

  test('the supervisor, who only watches, types nothing', async () => {
    await register();
    await sample.unlock('supervisor', sample.supervisor);
    const problem = await sample.refused('supervisor', 'paper.enter', entry(sample.supervisor));
    expect(problem.code).toBe('not-permitted');
  });

  test('a recorder may still be seated after the closing, so that a second person can type', async () => {
    await register();
    const person = { name: '示例新记录人', organisation: '', title: '', field: '', kind: 'staff', phone: '' };
    const { reviewId } = sample;
    const { personId } = await sample.call('office', 'person.save', {
      personId: null,
      person: { ...person, kind: 'staff' },
    });
    const seat = { reviewId, personId, kind: 'staff' } as const;
    expect(
      (await sample.refused('office', 'panel.seat', { ...seat, kind: 'expert', role: 'member' })).code,
    ).toBe('wrong-phase');
    const passphrase = '一二三四五六七八九十甲乙';
    await sample.call('office', 'panel.seat', { ...seat, role: 'recorder' });
    await sample.call('new', 'session.create', { personId, passphrase });
    const early = { ...entry(sample.recorder), passphrase };
    expect((await sample.refused('new', 'paper.enter', early)).places?.[0]?.reason).toBe('desk.rosterStale');
    await sample.unlock('office', sample.secretary);
    expect((await sample.call('new', 'paper.enter', early)).state).toBe('typed-once');
  });

  test('only a member’s sheet of an application that is scored is registered', async () => {
    const { reviewId } = sample;
    const dossiers = await sample.call('office', 'dossier.list', { reviewId });
    const ineligible = dossiers.find(({ eligibility }) => eligibility === 'ineligible')?.dossierId ?? '';
    const paper = { reviewId, seatId: member.seatId, dossierIds: [ineligible], uploadId: null };
    expect(await sample.refused('office', 'paper.register', paper)).toMatchObject({
      code: 'not-found',
      values: { what: 'dossier' },
    });
    const office = { ...paper, seatId: sample.recorder.seatId, dossierIds: [dossierId] };
    expect(await sample.refused('office', 'paper.register', office)).toMatchObject({
      code: 'bad-input',
      values: { what: 'member' },
    });
  });

  test('the chair sees the scan of another member’s sheet only after the opening', async () => {
    await register();
    const [listed] = await sample.call('office', 'paper.list', { reviewId: sample.reviewId });
    const file = listed?.scanFile ?? '';
    await sample.unlock('chair', sample.chair);
    await expect(sample.file('chair', file)).rejects.toThrow('not-permitted');
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    await sample.call('office', 'paper.enter', entry(sample.secretary));
    await begin();
    await sample.call('office', 'opening.open', openSheets());
    expect((await sample.file('chair', file)).length).toBe(scan.length);
  });

  test('a scan is told by its bytes, not by its name', async () => {
    const uploadId = await sample.upload('office', 'scan.pdf', new TextEncoder().encode('MZ not a scan'));
    const input = { reviewId: sample.reviewId, seatId: member.seatId, dossierIds: [dossierId], uploadId };
    expect((await sample.refused('office', 'paper.register', input)).code).toBe('file-type');
  });

  test('a member can’t submit on the laptop what is registered as paper', async () => {
    const input = {
      reviewId: sample.reviewId,
      seatId: member.seatId,
      dossierIds: [dossierId],
      uploadId: null,
    };
    await sample.call('office', 'paper.register', input);
    const passphrase = sample.passphrase(member);
    const problem = await sample.refused('member', 'desk.submit', {
      reviewId: sample.reviewId,
      dossierIds: [dossierId],
      passphrase,
    });
    expect(problem.code).toBe('conflict');
  });
});
