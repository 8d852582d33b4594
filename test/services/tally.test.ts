import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createText } from '../../shared/text/index.ts';
import { closeSound } from '../support/invariants.ts';
import { openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

describe('the tally of an opened review', () => {
  let sample: OpenedReview;
  beforeEach(async () => {
    sample = await openOpenedReview();
  });
  afterEach(() => closeSound(sample));

  const view = () => sample.call('office', 'tally.get', { reviewId: sample.reviewId });

  test('lists every application by rank, the ineligible one last and without a rank', async () => {
    const { rows } = await view();
    expect(rows).toHaveLength(12);
    expect(rows.filter(({ ineligible }) => ineligible).map(({ rank, score }) => [rank, score])).toEqual([
      [null, null],
    ]);
    expect(rows.at(-1)?.ineligible).toBe(true);
  });

  test('every member has a place in every row, a recused one without a number', async () => {
    const { rows } = await view();
    expect(new Set(rows.map(({ sheets }) => sheets.length))).toEqual(new Set([7]));
    const recused = rows.flatMap(({ sheets }) => sheets.filter(({ mark }) => mark === 'recused'));
    expect(recused.map(({ total }) => total)).toEqual([null]);
  });

  test('every step of the explanation and every rule has its sentence, with names in place of ids', async () => {
    const { rows, rules } = await view();
    const text = createText('zh-CN');
    const steps = [...rules, ...rows.flatMap(({ explanation }) => explanation)];
    expect(steps.filter(({ key }) => text.of(key, {}, '') === '')).toEqual([]);
    const ids = [...sample.seats.map(({ seatId }) => seatId), ...rows.map(({ dossierId }) => dossierId)];
    const sentences = steps.map(({ key, values }) => text.of(key, values));
    expect(sentences.filter((sentence) => ids.some((id) => sentence.includes(id)))).toEqual([]);
  });

  test('a preference in a tie is open until the panel decides, and the decision changes rank and hash', async () => {
    const before = await view();
    expect(before.openTies).toHaveLength(1);
    const [tied = []] = before.openTies;
    const preferred = before.rows.find(
      ({ dossierId, preference }) => tied.includes(dossierId) && preference.proposed,
    );
    if (preferred === undefined) throw new Error('no preference in the tie');
    await sample.call('office', 'tally.confirmPreference', {
      reviewId: sample.reviewId,
      dossierId: preferred.dossierId,
      confirmed: true,
      reason: '示例理由',
    });
    const after = await view();
    const row = after.rows.find(({ dossierId }) => dossierId === preferred.dossierId);
    expect([row?.rank, row?.tie, row?.preference.confirmed]).toEqual([preferred.rank, 'preference', true]);
    const other = after.rows.find(
      ({ dossierId }) => tied.includes(dossierId) && dossierId !== preferred.dossierId,
    );
    expect(other?.rank).toBe((preferred.rank ?? 0) + 1);
    expect(after.openTies).toEqual([]);
    expect(after.resultHash).not.toBe(before.resultHash);
  });

  test('a declined preference leaves the rank shared', async () => {
    const { rows, openTies } = await view();
    const [tied = []] = openTies;
    for (const { dossierId, preference } of rows) {
      if (!tied.includes(dossierId) || !preference.proposed) continue;
      const input = { reviewId: sample.reviewId, dossierId, confirmed: false, reason: '' };
      await sample.call('office', 'tally.confirmPreference', input);
    }
    const after = await view();
    expect(after.openTies).toEqual([]);
    const shared = after.rows.filter(({ dossierId }) => tied.includes(dossierId));
    expect(shared.map(({ tie }) => tie)).toEqual(tied.map(() => 'shared'));
  });

  test('a preference that no condition proposes can’t be confirmed', async () => {
    const plain = (await view()).rows.find(({ preference }) => !preference.proposed);
    const input = {
      reviewId: sample.reviewId,
      dossierId: plain?.dossierId ?? '',
      confirmed: true,
      reason: '',
    };
    expect((await sample.refused('office', 'tally.confirmPreference', input)).code).toBe('conflict');
  });

  test('the same data opened again gives the same result record', async () => {
    const { resultHash } = await view();
    expect((await view()).resultHash).toBe(resultHash);
    expect(resultHash).toMatch(/^[0-9a-f]{64}$/u);
    const overview = await sample.call('office', 'review.overview', { reviewId: sample.reviewId });
    expect(overview.resultHash).toBe(resultHash);
  });
});
