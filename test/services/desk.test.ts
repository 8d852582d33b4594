import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeskSheet, SheetContent } from '../../shared/schema/sheet.ts';
import type { Seat } from '../../shared/schema/people.ts';
import { closeSound } from '../support/invariants.ts';
import { fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

describe('the member’s desk', () => {
  let sample: SampleReview;
  let member: Seat;
  let sheet: DeskSheet;
  let full: SheetContent;

  beforeEach(async () => {
    sample = await openSampleReview();
    const [, , third] = sample.members;
    if (third === undefined) throw new Error('members');
    member = third;
    await sample.unlock('desk', member);
    const [first] = (await sample.desk('desk')).sheets;
    if (first === undefined) throw new Error('sheets');
    sheet = first;
    full = fullContent(await sample.call('office', 'scheme.get', { reviewId: sample.reviewId }));
  });
  afterEach(() => closeSound(sample));

  const save = (content: SheetContent, revision = 0) =>
    sample.call('desk', 'desk.saveDraft', {
      reviewId: sample.reviewId,
      dossierId: sheet.dossierId,
      revision,
      content,
    });
  const refuse = (content: SheetContent, revision = 0) =>
    sample.refused('desk', 'desk.saveDraft', {
      reviewId: sample.reviewId,
      dossierId: sheet.dossierId,
      revision,
      content,
    });
  const submit = () => ({
    reviewId: sample.reviewId,
    dossierIds: [sheet.dossierId],
    passphrase: sample.passphrase(member),
  });
  const own = async (): Promise<DeskSheet> => {
    const found = (await sample.desk('desk')).sheets.find(({ dossierId }) => dossierId === sheet.dossierId);
    if (found === undefined) throw new Error('sheet');
    return found;
  };

  test('a draft is read back, a blank stays blank and a zero stays zero', async () => {
    await save({
      ...full,
      scores: { 'basic.capital': '0', 'basic.standing': null, 'basic.experience': '４．５' },
    });
    const { content, total, filled, state } = await own();
    expect(content?.scores).toMatchObject({
      'basic.capital': '0',
      'basic.standing': null,
      'basic.experience': '4.5',
    });
    expect([total, filled, state]).toEqual(['4.50', 2, 'draft']);
  });

  test.each(['8.001', '101', '-1', '1e1', '08', '8.', '.5', '+8', '-0', '8 8', '4.3', 'NaN', '１０１'])(
    'the score %s is refused with its item, and nothing is saved',
    async (text) => {
      const problem = await refuse({ ...full, scores: { ...full.scores, 'basic.capital': text } });
      expect(problem.code).toBe('bad-input');
      expect(problem.places?.map(({ path }) => path)).toEqual(['basic.capital']);
      expect((await own()).revision).toBe(0);
    },
  );

  test('the second of two tabs on one sheet is told that it is stale', async () => {
    await sample.unlock('other', member);
    await save(full);
    expect((await refuse({ ...full, overall: 'second tab' })).code).toBe('stale');
    expect((await own()).content?.overall).toBe('');
  });

  test('a sheet with a blank can’t be submitted and every blank is named', async () => {
    await save({ ...full, scores: { ...full.scores, 'basic.capital': null, 'plan.model': null } });
    const problem = await sample.refused('desk', 'desk.submit', submit());
    expect(problem.places?.map(({ path }) => path.split('/')[1])).toEqual(['basic.capital', 'plan.model']);
  });

  test('a 0 needs its confirmation and a comment', async () => {
    const zero = { ...full, scores: { ...full.scores, 'basic.capital': '0' } };
    await save(zero);
    expect((await sample.refused('desk', 'desk.submit', submit())).places?.[0]?.reason).toBe(
      'score-zero-open',
    );
    await save({ ...zero, confirmedZeros: ['basic.capital'], comments: { 'basic.capital': '无' } }, 1);
    expect((await sample.call('desk', 'desk.submit', submit())).submitted).toHaveLength(1);
  });

  test('a submitted sheet is read-only until it is withdrawn, and every version is kept', async () => {
    await save(full);
    await sample.call('desk', 'desk.submit', submit());
    expect((await own()).state).toBe('submitted');
    expect((await refuse(full, 1)).code).toBe('conflict');
    await sample.call('desk', 'desk.withdraw', { ...submit(), dossierId: sheet.dossierId, reason: '改分' });
    expect((await own()).state).toBe('ready');
    await save({ ...full, overall: '第二稿' }, 1);
    const { submitted } = await sample.call('desk', 'desk.submit', submit());
    expect(submitted.map(({ seq }) => seq)).toEqual([3]);
  });

  test('a wrong passphrase submits nothing', async () => {
    await save(full);
    const problem = await sample.refused('desk', 'desk.submit', {
      ...submit(),
      passphrase: 'wrong wrong wrong',
    });
    expect(problem.code).toBe('wrong-passphrase');
    expect((await own()).state).toBe('ready');
  });

  test('after the closing nothing is withdrawn', async () => {
    await save(full);
    await sample.call('desk', 'desk.submit', submit());
    await sample.call('office', 'review.close', { reviewId: sample.reviewId });
    const input = { ...submit(), dossierId: sheet.dossierId, reason: '' };
    expect((await sample.refused('desk', 'desk.withdraw', input)).code).toBe('wrong-phase');
  });

  test('no score and no comment can be found in any byte on disk before the opening', async () => {
    const canary = '金丝雀评语七八九';
    await save({ ...full, scores: { ...full.scores, 'basic.capital': '3.5' }, overall: canary });
    await sample.call('desk', 'desk.submit', submit());
    const bytes = ['paneldesk.db', 'paneldesk.db-wal'].map((name) =>
      readFileSync(`${sample.folder}/${name}`),
    );
    for (const form of [
      Buffer.from(canary),
      Buffer.from(canary, 'utf16le'),
      Buffer.from(Buffer.from(canary).toString('base64')),
    ]) {
      expect(bytes.some((file) => file.includes(form))).toBe(false);
    }
    expect(bytes.some((file) => file.includes('"basic.capital":"3.5"'))).toBe(false);
    // The control: a text that isn't secret is found by the same search.
    expect(bytes.some((file) => file.includes(Buffer.from('示例晋通汽车出口有限公司')))).toBe(true);
  });

  test('a recused dossier shows its name only', async () => {
    const recused = sample.members[5];
    if (recused === undefined) throw new Error('members');
    await sample.unlock('six', recused);
    const hidden = (await sample.desk('six')).sheets.filter(({ state }) => state === 'recused');
    expect(hidden.map(({ fields, content, total }) => [fields, content, total])).toEqual([
      [null, null, null],
    ]);
  });

  test('no member sees another’s sheet and the secretary sees marks, never numbers', async () => {
    await save(full);
    await sample.call('desk', 'desk.submit', submit());
    await sample.unlock('other', sample.chair);
    expect((await sample.desk('other')).sheets.every(({ content }) => content === null)).toBe(true);
    const board = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
    expect(board.received).toBe(1);
    expect(new Set(board.cells.flat())).toEqual(new Set(['missing', 'received', 'recused']));
    expect((await sample.refused('office', 'desk.get', { reviewId: sample.reviewId })).code).toBe(
      'not-permitted',
    );
  });
});
