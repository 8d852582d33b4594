import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mineBeside, withMine } from '../../renderer/screens/desk/merge-latest.ts';
import {
  contentOf,
  nothingTyped,
  openZeros,
  sameContent,
  standOf,
  typedOf,
  type Typed,
} from '../../renderer/screens/desk/sheet-content.ts';
import { categorySum, sheetSum } from '../../renderer/screens/desk/sheet-sums.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';

function shipped(name: string): ReturnType<typeof requireScheme> {
  const file = join(import.meta.dirname, '../../resources/schemes', name);
  return requireScheme(JSON.parse(readFileSync(file, 'utf8')) as Scheme);
}

const scheme = shipped('taiyuan.json');
const first = scheme.items[0]?.id ?? '';
const second = scheme.items[1]?.id ?? '';
const typed = (texts: Record<string, string>): Typed => ({ ...nothingTyped, texts });
const full = Object.fromEntries(scheme.items.map(({ id }) => [id, '1']));

describe('what is sent to be saved', () => {
  it('is every item in canonical text, a blank and a wrong text as null', () => {
    const { scores } = contentOf(scheme, typed({ [first]: ' ４．５ ', [second]: '77' }));
    expect([scores[first], scores[second], Object.keys(scores).length]).toEqual([
      '4.5',
      null,
      scheme.items.length,
    ]);
  });

  it('drops the confirmation of a 0 that is none any more, and empty comments', () => {
    const given = { ...typed({ [first]: '0', [second]: '1' }), confirmedZeros: [second, first] };
    const content = contentOf(scheme, { ...given, comments: { [first]: ' ', [second]: '好' } });
    expect([content.confirmedZeros, content.comments]).toEqual([[first], { [second]: '好' }]);
  });

  it('is the same after the store gave it back', () => {
    const content = contentOf(scheme, typed({ [first]: '4.5' }));
    expect(sameContent(content, contentOf(scheme, typedOf(content)))).toBe(true);
    expect(sameContent(content, contentOf(scheme, typed({ [first]: '4' })))).toBe(false);
  });
});

describe('where an open sheet stands', () => {
  it('is ready only without a blank, a wrong text or an open 0', () => {
    const zero = { ...typed({ ...full, [first]: '0' }), confirmedZeros: [first] };
    expect([
      standOf(scheme, nothingTyped),
      standOf(scheme, typed({ [first]: '1' })),
      standOf(scheme, typed(full)),
      standOf(scheme, typed({ ...full, [first]: 'x' })),
      standOf(scheme, zero),
      standOf(scheme, { ...zero, comments: { [first]: '没有材料' } }),
    ]).toEqual(['not-started', 'draft', 'ready', 'draft', 'draft', 'ready']);
  });

  it('asks about every 0 that lacks the confirmation or the comment', () => {
    expect(openZeros(scheme, typed({ [first]: '0', [second]: '0.5' }))).toEqual([first]);
  });
});

describe('the running sums', () => {
  it('are exact where floats are not', () => {
    const sum = sheetSum(scheme, typed({ [first]: '0.5', [second]: '1.5' }));
    expect(sum).toMatchObject({ total: '2.00', filled: 2, undecided: false });
    expect(categorySum(scheme, typed({ [first]: '0.5', [second]: '1.5' }), 0)?.sum).toBe('2');
  });

  it('count a 0 and leave out a blank, and say when something is undecided', () => {
    expect(sheetSum(scheme, typed({ [first]: '0', [second]: 'x' }))).toMatchObject({
      total: '0.00',
      filled: 1,
      undecided: true,
    });
    expect(sheetSum(scheme, nothingTyped).total).toBeNull();
  });

  it('show the weighted sum beside the plain one where a category has a weight', () => {
    const weighted = shipped('weighted.json');
    const id = weighted.items[0]?.id ?? '';
    expect(categorySum(weighted, typed({ [id]: '83' }), 0)).toEqual({ sum: '83', weighted: '12.45' });
  });
});

describe('after another tab saved', () => {
  const own = { ...typed({ a: '3', b: '5', c: '' }), overall: '我的' };
  const theirs = { ...typed({ a: '2', b: '5', c: '1' }), overall: '' };

  it('what was typed differently stays beside the newest; a blank has nothing to lose', () => {
    expect(mineBeside(own, theirs)).toEqual({ texts: { a: '3' }, comments: {}, overall: '我的' });
  });

  it('nothing stays when nothing differs', () => {
    expect(mineBeside(theirs, theirs)).toBeNull();
  });

  it('taking the own version touches nothing else', () => {
    const mine = mineBeside(own, theirs);
    expect(mine === null ? null : withMine(theirs, mine)).toMatchObject({
      texts: { a: '3', b: '5', c: '1' },
      overall: '我的',
    });
  });
});
