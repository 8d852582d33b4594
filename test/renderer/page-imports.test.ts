import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../renderer');
const files = globSync('**/*.{ts,tsx}', { cwd: renderer, exclude: ['vite.config.ts'] });

function valueImports(file: string): readonly string[] {
  const source = readFileSync(join(renderer, file), 'utf8');
  return [...source.matchAll(/^import (?!type )[^;]*?from '([^']+)'/gms)].map((match) => match[1] ?? '');
}

it('the page runs no schema, whose library compiles functions from text against the content policy', () => {
  const forbidden = /^zod$|shared\/schema\/|shared\/api\/(?:contract|\w+-methods)\.ts$/;
  const found = files.flatMap((file) =>
    valueImports(file)
      .filter((from) => forbidden.test(from))
      .map((from) => `${file}: ${from}`),
  );
  expect(found).toEqual([]);
});

it('the page reaches nothing of the backend', () => {
  const found = files.filter((file) => valueImports(file).some((from) => /\belectron\b|^node:/.test(from)));
  expect(found).toEqual([]);
});
