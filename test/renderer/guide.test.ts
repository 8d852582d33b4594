import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../renderer/screens/help/guide.ts';
import { guide as english } from '../../renderer/screens/help/guide.en.ts';
import { guide as chinese } from '../../renderer/screens/help/guide.zh.ts';
import { sentences } from '../../shared/text/index.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

/** Every sentence of the interface, with its places and its punctuation of names open to anything. */
const patterns = Object.values(sentences['zh-CN']).map(
  (sentence) =>
    new RegExp(
      `^${sentence.replaceAll(/[.*+?^$()|[\]\\]/gu, String.raw`\$&`).replaceAll(/\{\w+\}/gu, '.+')}$`,
      'u',
    ),
);

function isOnScreen(label: string): boolean {
  return patterns.some((pattern) => pattern.source !== '^.+$' && pattern.test(label));
}

function textsOf(chapters: readonly Chapter[]): readonly string[] {
  return chapters.flatMap(({ steps = [], notes = [], questions = [] }) => [
    ...steps,
    ...notes,
    ...questions.map(({ answer }) => answer),
  ]);
}

function shapeOf(chapters: readonly Chapter[]): unknown {
  return chapters.map(({ id, steps, notes, questions }) => [
    id,
    steps?.length,
    notes?.length,
    questions?.length,
  ]);
}

describe('the user’s guide', () => {
  it('has the same chapters and steps in both languages', () => {
    expect(shapeOf(english)).toEqual(shapeOf(chinese));
  });

  it('names nothing in quotes that isn’t a label on screen or a chapter', () => {
    const chapters = new Set(chinese.map(({ title }) => title));
    const quoted = textsOf(chinese).flatMap((text) =>
      // Quotes within quotes are single ones in print.
      [...text.matchAll(/“([^“”]+)”/gu)].map(([, label = '']) => label.replace('‘', '“').replace('’', '”')),
    );
    const labels = [...new Set(quoted)].filter((label) => !chapters.has(label));
    expect(labels.length).toBeGreaterThan(30);
    expect(labels.filter((label) => !isOnScreen(label) && !isOnScreen(`${label} 14:32`))).toEqual([]);
    expect(isOnScreen('没有这个按钮')).toBe(false);
  });
});

describe('README', () => {
  it('prints in bold only labels that exist', () => {
    const bold = [...readme.matchAll(/\*\*([^*]+)\*\*/gu)].map(([, label = '']) => label);
    const names = /（示例）$/u;
    const labels = [...new Set(bold)].filter((label) => /^\p{Script=Han}/u.test(label) && !names.test(label));
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => !isOnScreen(label))).toEqual([]);
  });
});
