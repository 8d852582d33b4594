import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/schema/people.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { needTool, squeeze, squeezedText } from '../documents/support.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, writeOpinions } from '../support/opened-review.ts';
import { fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

const scan = (text: string): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`);

describe('a corrected paper sheet', () => {
  let sample: SampleReview;
  let member: Seat;
  let dossierId: string;
  let content: SheetContent;

  beforeEach(async () => {
    sample = await openSampleReview('scored');
    const found = sample.members.find(({ chair, deputy }) => !chair && !deputy);
    if (found === undefined) throw new Error('members');
    member = found;
    const { reviewId } = sample;
    await sample.unlock('member', member);
    dossierId = (await sample.desk('member')).sheets[0]?.dossierId ?? '';
    const passphrase = sample.passphrase(member);
    await sample.call('member', 'desk.withdraw', { reviewId, dossierId, reason: '', passphrase });
    content = fullContent(await sample.call('office', 'scheme.get', { reviewId }));
    await sample.unlock('recorder', sample.recorder);
    const uploadId = await sample.upload('office', '评分表.pdf', scan('first'));
    const pair = { reviewId, seatId: member.seatId };
    await sample.call('office', 'paper.register', { ...pair, dossierIds: [dossierId], uploadId });
    await sample.call('office', 'review.close', { reviewId });
    await sample.call('recorder', 'paper.enter', entry(sample.recorder));
    await sample.call('office', 'paper.enter', entry(sample.secretary));
    await sample.call('office', 'opening.begin', { reviewId, keeperSeatId: sample.chair.seatId });
    await sample.call('office', 'opening.open', {
      reviewId,
      secretaryPassphrase: sample.passphrase(sample.secretary),
      keeperSeatId: sample.chair.seatId,
      keeperPassphrase: sample.passphrase(sample.chair),
    });
  });
  afterEach(() => closeSound(sample));

  const place = () => ({ reviewId: sample.reviewId, seatId: member.seatId, dossierId });
  const entry = (seat: Seat, changed: Readonly<Record<string, string>> = {}) => ({
    ...place(),
    content: { ...content, scores: { ...content.scores, ...changed } },
    passphrase: sample.passphrase(seat),
  });
  const reopen = () =>
    sample.call('office', 'correction.reopen', {
      ...place(),
      reason: '分值汇总计算错误',
      note: '示例：抄录有误',
      keeperSeatId: sample.chair.seatId,
      keeperPassphrase: sample.passphrase(sample.chair),
    });
  const attach = async (text = 'second') => {
    const uploadId = await sample.upload('office', '更正.pdf', scan(text));
    await sample.call('office', 'correction.attach', { ...place(), uploadId });
  };
  const listed = async () => {
    const [first] = await sample.call('office', 'correction.list', { reviewId: sample.reviewId });
    return first;
  };
  const ownSheet = async () => {
    const { rows, resultHash } = await sample.call('office', 'tally.get', { reviewId: sample.reviewId });
    const row = rows.find((each) => each.dossierId === dossierId);
    const sheet = row?.sheets.find(({ seatId }) => seatId === member.seatId);
    return { exact: row?.exact, resultHash, total: sheet?.total, paper: sheet?.paper, mark: sheet?.mark };
  };
  const less = { 'basic.capital': '1' };

  test('reopened by the chair, scanned and typed alike by two people, it counts; the first value stays', async () => {
    const before = await ownSheet();
    await reopen();
    await attach();
    const first = await sample.call('recorder', 'correction.enter', entry(sample.recorder, less));
    expect([first.state, await ownSheet()]).toEqual(['typed-once', before]);
    const second = await sample.call('office', 'correction.enter', entry(sample.secretary, less));
    expect(second).toEqual({ state: 'agreed', differences: [] });
    const after = await ownSheet();
    expect(after).toMatchObject({ paper: true, mark: 'counted' });
    expect(after.exact).not.toBe(before.exact);
    expect(after.resultHash).not.toBe(before.resultHash);
    const correction = await listed();
    expect(correction).toMatchObject({
      done: true,
      items: [{ itemId: 'basic.capital', before: content.scores['basic.capital'], after: '1' }],
      paper: { state: 'agreed', typedBy: [sample.recorder.name, sample.secretary.name] },
    });
    expect(await sample.file('office', correction?.paper?.scanFile ?? '')).toEqual(scan('second'));
  });

  test('the record names both typists and the scan, and carries no score', async () => {
    await reopen();
    await attach();
    await sample.call('recorder', 'correction.enter', entry(sample.recorder, less));
    await sample.call('office', 'correction.enter', entry(sample.secretary, less));
    const entries = await sample.call('office', 'record.list', { reviewId: sample.reviewId });
    const acts = entries.filter(({ type }) => type.includes('correct'));
    expect(acts.map(({ type }) => type).toSorted()).toEqual([
      'correction-scanned',
      'correction-typed',
      'correction-typed',
      'sheet-corrected-on-paper',
    ]);
    const done = acts.find(({ type }) => type === 'sheet-corrected-on-paper');
    expect(done?.values).toMatchObject({
      name: member.name,
      seq: 2,
      typists: `${sample.recorder.name}、${sample.secretary.name}`,
    });
    expect(JSON.stringify(acts)).not.toContain('basic.capital');
  });

  test('a difference names the item, nothing comes into being before a second look', async () => {
    const before = await ownSheet();
    await reopen();
    await attach();
    await sample.call('recorder', 'correction.enter', entry(sample.recorder, less));
    const differs = await sample.call('office', 'correction.enter', entry(sample.secretary));
    expect(differs).toEqual({ state: 'differs', differences: ['basic.capital'] });
    expect(await listed()).toMatchObject({ done: false, paper: { state: 'differs' } });
    expect(await ownSheet()).toEqual(before);
    const again = await sample.call('office', 'correction.enter', entry(sample.secretary, less));
    expect(again.state).toBe('agreed');
    expect((await listed())?.done).toBe(true);
  });

  test('the same person typing twice is one typist', async () => {
    const before = await ownSheet();
    await reopen();
    await attach();
    for (const expected of ['typed-once', 'typed-once']) {
      const { state } = await sample.call('office', 'correction.enter', entry(sample.secretary, less));
      expect(state).toBe(expected);
    }
    expect(await ownSheet()).toEqual(before);
    expect((await listed())?.paper?.typedBy).toEqual([sample.secretary.name]);
  });

  test('another scan makes the typing begin again', async () => {
    await reopen();
    await attach();
    await sample.call('recorder', 'correction.enter', entry(sample.recorder, less));
    await attach('third');
    expect((await listed())?.paper).toMatchObject({ state: 'registered', typedBy: [] });
    const { state } = await sample.call('office', 'correction.enter', entry(sample.secretary, less));
    expect(state).toBe('typed-once');
  });

  test('not reopened, without a scan, with a file that is no scan, with a wrong cell or passphrase nothing is kept', async () => {
    const before = await ownSheet();
    const uploadId = await sample.upload('office', '更正.pdf', scan('second'));
    const early = [
      await sample.refused('office', 'correction.attach', { ...place(), uploadId }),
      await sample.refused('office', 'correction.enter', entry(sample.secretary)),
    ];
    expect(early.map(({ values }) => values)).toEqual([{ what: 'not-reopened' }, { what: 'not-reopened' }]);
    await reopen();
    expect((await sample.refused('office', 'correction.enter', entry(sample.secretary))).values).toEqual({
      what: 'scan',
    });
    const noScan = await sample.upload('office', '更正.pdf', new TextEncoder().encode('MZ'));
    const attached = { ...place(), uploadId: noScan };
    expect((await sample.refused('office', 'correction.attach', attached)).code).toBe('file-type');
    await attach();
    const over = entry(sample.secretary, { 'basic.capital': '99' });
    expect((await sample.refused('office', 'correction.enter', over)).places?.[0]?.reason).toBe(
      'score-over-cap',
    );
    const wrong = { ...entry(sample.secretary), passphrase: 'no no no no no no' };
    expect((await sample.refused('office', 'correction.enter', wrong)).code).toBe('wrong-passphrase');
    expect((await listed())?.paper?.typedBy).toEqual([]);
    expect(await ownSheet()).toEqual(before);
  });

  test('the scorer can’t correct it on the screen, the supervisor types nothing, a laptop sheet needs its scorer', async () => {
    await reopen();
    await attach();
    const { reviewId } = sample;
    const onScreen = { reviewId, dossierId, content, passphrase: sample.passphrase(member) };
    expect((await sample.refused('member', 'correction.submit', onScreen)).values).toEqual({
      what: 'correction-paper',
    });
    await sample.unlock('supervisor', sample.supervisor);
    expect((await sample.refused('supervisor', 'correction.enter', entry(sample.supervisor))).code).toBe(
      'not-permitted',
    );
    const other = sample.members.find(({ seatId }) => seatId !== member.seatId);
    const laptop = { ...entry(sample.secretary), seatId: other?.seatId ?? '' };
    await sample.call('office', 'correction.reopen', {
      reviewId,
      seatId: laptop.seatId,
      dossierId,
      reason: '分值汇总计算错误',
      note: '',
      keeperSeatId: sample.chair.seatId,
      keeperPassphrase: sample.passphrase(sample.chair),
    });
    expect((await sample.refused('office', 'correction.enter', laptop)).values).toEqual({
      what: 'correction-laptop',
    });
  });

  test('until it is corrected the review waits, with a sentence for the office', async () => {
    const { reviewId } = sample;
    await writeOpinions(sample, '示例意见');
    await reopen();
    const { next, advances } = await sample.call('office', 'review.overview', { reviewId });
    expect(advances[0]?.needs).toContain('need.correction');
    expect([next.key, next.who]).toEqual(['next.correct-paper', 'secretary']);
  });

  test('a corrected sheet can be reopened once more, and its second version then stays too', async () => {
    for (const score of ['1', '2']) {
      await reopen();
      await attach(score);
      await sample.call('recorder', 'correction.enter', entry(sample.recorder, { 'basic.capital': score }));
      await sample.call('office', 'correction.enter', entry(sample.secretary, { 'basic.capital': score }));
    }
    const all = await sample.call('office', 'correction.list', { reviewId: sample.reviewId });
    expect(all.map(({ items }) => [items[0]?.before, items[0]?.after])).toEqual([
      [content.scores['basic.capital'], '1'],
      ['1', '2'],
    ]);
    expect((await sample.refused('office', 'correction.enter', entry(sample.secretary))).values).toEqual({
      what: 'not-reopened',
    });
  });

  test('the minutes print both values, and that two people typed the new one', async (context) => {
    needTool(context, 'pdftotext');
    const { reviewId } = sample;
    await reopen();
    await attach();
    await sample.call('recorder', 'correction.enter', entry(sample.recorder, less));
    await sample.call('office', 'correction.enter', entry(sample.secretary, less));
    await conclude(sample);
    const made = { reviewId, kind: 'minutes-archive', signing: 'paper' } as const;
    const { documentId } = await sample.call('office', 'document.make', made);
    const documents = await sample.call('office', 'document.list', { reviewId });
    const fileId = documents.find((row) => row.documentId === documentId)?.fileId ?? '';
    const text = squeezedText(await sample.file('office', fileId));
    expect(text).toContain(squeeze('纸质更正'));
    for (const { name } of [sample.recorder, sample.secretary]) expect(text).toContain(squeeze(name));
  });
});
