import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw, drawText, type DrawInput } from '../../shared/domain/draw.ts';
import { sentences } from '../../shared/text/index.ts';
import { secondDraw } from '../support/second-draw.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const pool = [
  { id: 'E01', field: '财务' },
  { id: 'E02', field: '财务' },
  { id: 'E03', field: '财务' },
  { id: 'E04', field: '物流' },
  { id: 'E05', field: '物流' },
  { id: 'E06', field: '物流' },
  { id: 'E07', field: '法律' },
];
const good: DrawInput = {
  seed: '20261121-0930',
  pool,
  quotas: [
    { field: '财务', quota: 1 },
    { field: '物流', quota: 2 },
  ],
  excluded: ['E02'],
};

function drawn(input: DrawInput) {
  const outcome = draw(input, sha256);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.draw.fields.map((own) => ({
    field: own.field,
    drawn: own.drawn.map(({ id }) => id),
    substitutes: own.substitutes.map(({ id }) => id),
  }));
}

function problems(change: Partial<DrawInput>): readonly string[] {
  const outcome = draw({ ...good, ...change }, sha256);
  return outcome.ok ? [] : outcome.problems.map(({ path, reason }) => `${path} ${reason}`);
}

test('the example of resources/spec/draw.md', () => {
  expect(draw(good, sha256)).toEqual({ ok: true, draw: expect.anything() });
  expect(drawn(good)).toEqual([
    { field: '物流', drawn: ['E04', 'E06'], substitutes: ['E05'] },
    { field: '财务', drawn: ['E01'], substitutes: ['E03'] },
  ]);
});

test('the record keeps algorithm, seed, digests and who was left out', () => {
  const outcome = draw(good, sha256);
  expect(outcome).toMatchObject({
    ok: true,
    draw: {
      algorithm: 'paneldesk-draw-1',
      seed: good.seed,
      fields: [{ excluded: [] }, { excluded: ['E02'] }],
    },
  });
  const first = outcome.ok ? outcome.draw.fields[0]?.drawn[0] : undefined;
  expect(first?.digest).toBe(sha256(drawText(good.seed, '物流', first?.id ?? '')));
});

test('a second implementation, written from the text, draws the same', () => {
  const candidates = fc.uniqueArray(
    fc.record({
      id: fc.string({
        minLength: 1,
        maxLength: 4,
        unit: fc.constantFrom('a', 'b', 'é', '张', '\u{1F600}', '\uFF21'),
      }),
      field: fc.constantFrom('财务', '物流', '\u{1F600}', '\uFF21'),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 20 },
  );
  const inputs = candidates.chain((own) =>
    fc.record({
      seed: fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('0', '7', 'x', '号', ' ') }),
      excluded: fc.subarray(own.map(({ id }) => id)),
      quota: fc.integer({ min: 1, max: 4 }),
      pool: fc.shuffledSubarray(own, { minLength: own.length }),
    }),
  );
  fc.assert(
    fc.property(inputs, ({ seed, excluded, quota, pool: own }) => {
      const quotas = [...new Set(own.map(({ field }) => field))].flatMap((field) => {
        const left = own.filter((one) => one.field === field && !excluded.includes(one.id)).length;
        return left === 0 ? [] : [{ field, quota: Math.min(quota, left) }];
      });
      if (quotas.length === 0) return;
      expect(drawn({ seed, pool: own, quotas, excluded })).toEqual(secondDraw(seed, own, quotas, excluded));
    }),
    { numRuns: 500 },
  );
});

test('neither the order of the pool nor that of the quotas matters', () => {
  expect(drawn({ ...good, pool: pool.toReversed(), quotas: good.quotas.toReversed() })).toEqual(drawn(good));
});

test('one exclusion or one more candidate doesn’t reorder the others', () => {
  const order = (input: DrawInput) => drawn(input).flatMap((own) => [...own.drawn, ...own.substitutes]);
  const all = order({ ...good, excluded: [] });
  expect(order(good)).toEqual(all.filter((id) => id !== 'E02'));
  const more = order({ ...good, pool: [...pool, { id: 'E08', field: '物流' }] });
  expect(more.filter((id) => id !== 'E08')).toEqual(order(good));
});

test('another seed gives every candidate about the same chance', () => {
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 3000; seed += 1) {
    const [, finance] = drawn({ ...good, seed: String(seed), excluded: [] });
    const id = finance?.drawn[0] ?? '';
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  // 1,000 each expected; four standard deviations of a binomial are 103.
  for (const id of ['E01', 'E02', 'E03']) expect(Math.abs((counts.get(id) ?? 0) - 1000)).toBeLessThan(103);
});

test('every defect is named at once', () => {
  expect(
    problems({
      seed: '',
      pool: [...pool, { id: 'E01', field: '' }, { id: '', field: '财务' }, { id: 'E\n9', field: '财\t务' }],
      excluded: ['E01', 'E01', 'E99'],
      quotas: [
        { field: '财务', quota: 0 },
        { field: '财务', quota: 1.5 },
        { field: '航天', quota: 1 },
        { field: '物流', quota: 4 },
      ],
    }),
  ).toEqual([
    'seed draw-seed-empty',
    'pool.7.id draw-id-repeated',
    'pool.7.field draw-field-empty',
    'pool.8.id draw-id-empty',
    'pool.9.id draw-control-character',
    'pool.9.field draw-control-character',
    'excluded.1 draw-excluded-repeated',
    'excluded.2 draw-excluded-unknown',
    'quotas.0 draw-quota',
    'quotas.1 draw-field-repeated',
    'quotas.1 draw-quota',
    'quotas.2 draw-field-unknown',
    'quotas.3 draw-too-few',
  ]);
});

test('a quota may take everybody who is left and not one more; a seed has 1 to 200 characters', () => {
  const finance = (quota: number) => problems({ quotas: [{ field: '财务', quota }] });
  expect([finance(2), finance(3)]).toEqual([[], ['quotas.0 draw-too-few']]);
  expect(problems({ seed: '\u{1F600}'.repeat(200) })).toEqual([]);
  expect(problems({ seed: 'x'.repeat(201) })).toEqual(['seed draw-seed-long']);
  expect(problems({ seed: 'a\u2028b' })).toEqual(['seed draw-control-character']);
  expect(problems({ seed: '\uD800' })).toEqual(['seed draw-control-character']);
  expect(problems({ quotas: [] })).toEqual(['quotas draw-no-quota']);
});

test('every reason has a sentence', () => {
  const outcome = draw({ seed: '', pool: [], quotas: [], excluded: ['x', 'x'] }, sha256);
  const reasons = outcome.ok ? [] : outcome.problems.map(({ reason }) => reason);
  expect(reasons.filter((reason) => !Object.hasOwn(sentences['zh-CN'], reason))).toEqual([]);
});
