import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { compileScheme } from '../../shared/domain/compile-scheme.ts';
import { parseStrictJson } from '../../shared/domain/strict-json.ts';
import { reviewFileShape } from '../../shared/schema/review-file.ts';
import { schemeShape } from '../../shared/schema/scheme.ts';
import { exampleScheme } from '../support/run-tally.ts';

const resources = join(import.meta.dirname, '../../resources');

// After a change of the shape: vitest run --update test/domain/scheme-schema.
test.each([
  ['scheme', 'Paneldesk scheme (评分办法)', schemeShape],
  ['review', 'Paneldesk review.json of the recount', reviewFileShape],
])('the published JSON schema of %s.json is the one in use', async (name, title, shape) => {
  const schema = { title, ...z.toJSONSchema(shape) };
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    join(resources, `spec/${name}.schema.json`),
  );
});

test.each(globSync('schemes/*.json', { cwd: resources }))(
  'the shipped %s reads strictly and compiles',
  (path) => {
    const { value, problems } = parseStrictJson(readFileSync(join(resources, path), 'utf8'));
    const scheme = schemeShape.parse(value);
    expect([problems, compileScheme(scheme)]).toEqual([[], expect.objectContaining({ ok: true })]);
  },
);

test('unknown keys are refused at every level', () => {
  const [category] = exampleScheme.categories;
  const [item] = category?.items ?? [];
  const widened = [
    { ...exampleScheme, x: 1 },
    { ...exampleScheme, categories: [{ ...category, x: 1 }] },
    { ...exampleScheme, categories: [{ ...category, items: [{ ...item, x: 1 }] }] },
    { ...exampleScheme, tally: { ...exampleScheme.tally, x: 1 } },
    { ...exampleScheme, panel: { x: 1 } },
    { ...exampleScheme, validity: { from: '2026-01-01', x: 1 } },
  ];
  expect(widened.map((scheme) => schemeShape.safeParse(scheme).success)).toEqual(widened.map(() => false));
  expect(schemeShape.safeParse(exampleScheme).success).toBe(true);
  expect(reviewFileShape.safeParse({ x: [] }).success).toBe(false);
});
