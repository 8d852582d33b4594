import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categoryLine, checkScheme, totalLine } from '../../renderer/screens/scheme/check-scheme.ts';
import {
  addCategory,
  addCondition,
  addItem,
  freeTieSteps,
  moveCategory,
  moveItem,
  removeCategory,
  removeItem,
  setBands,
  setCategory,
  setItem,
  setTies,
} from '../../renderer/screens/scheme/edit-scheme.ts';
import { placeWords, sumWords } from '../../renderer/screens/scheme/editing.ts';
import { workedExample } from '../../shared/domain/worked-example.ts';
import { groupHex } from '../../renderer/screens/scheme/group-hex.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import { schemeShape } from '../../shared/schema/scheme.ts';
import { createText } from '../../shared/text/index.ts';

const t = createText('zh-CN');

function preset(name: string): Scheme {
  const file = join(import.meta.dirname, '..', '..', 'resources', 'schemes', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Scheme;
}

const small: Scheme = {
  title: '示例办法',
  total: '20',
  categories: [
    {
      id: 'a',
      name: '规划',
      cap: '12',
      items: [
        { id: 'a.1', name: '投资', cap: '5' },
        { id: 'a.2', name: '目标', cap: '7' },
      ],
    },
    { id: 'b', name: '车源', cap: '8' },
  ],
  tally: { aggregate: 'mean', ties: ['category:b', 'shared'] },
};

describe('the sums of a scheme', () => {
  it('say how much is missing, too much, or that it is exact', () => {
    const lines = ['8', '6.5', '8.01'].map((cap) => totalLine(setCategory(small, 1, { cap })));
    expect(lines.map((line) => sumWords(t, line))).toEqual([
      '合计 20 / 20，正好',
      '合计 18.5 / 20，还差 1.5',
      '合计 20.01 / 20，多出 0.01',
    ]);
  });

  it('add weights without float noise', () => {
    const weights = [...Array.from({ length: 8 }, () => '11.1'), '11.2'];
    const categories = weights.map((weight, index) => ({ id: `c${index}`, name: 'c', cap: '1', weight }));
    expect(totalLine({ ...small, total: '100', categories }).state).toBe('exact');
  });

  it('count a cell that is not filled in yet as nothing', () => {
    expect(categoryLine({ ...small.categories[0], ...addItem(small, 0).categories[0] } as never)).toEqual({
      reached: '12',
      expected: '12',
      difference: '0',
      state: 'exact',
    });
  });

  it('have nothing to say for a category that is scored as a whole', () => {
    expect(small.categories.map((category) => categoryLine(category)?.reached)).toEqual(['12', undefined]);
  });
});

describe('editing a scheme', () => {
  it('adds a category with one empty item, and ids that nobody has', () => {
    const grown = addCategory(addCategory(small));
    expect(grown.categories.slice(2)).toEqual([
      { id: 'n1', name: '', cap: '', items: [{ id: 'n2', name: '', cap: '' }] },
      { id: 'n3', name: '', cap: '', items: [{ id: 'n4', name: '', cap: '' }] },
    ]);
  });

  it('turns a category scored as a whole into its first item with the whole cap', () => {
    expect(addItem(small, 1).categories[1]?.items).toEqual([{ id: 'n1', name: '车源', cap: '8' }]);
  });

  it('scores a category as a whole once its last item is removed', () => {
    expect(removeItem(removeItem(small, 0, 1), 0, 0).categories[0]?.items).toBeUndefined();
  });

  it('removes the tie step of a removed category', () => {
    expect(removeCategory(small, 1).tally.ties).toEqual(['shared']);
  });

  it('moves and stops at both ends', () => {
    expect(moveCategory(small, 1, -1).categories.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(moveCategory(small, 1, 1)).toEqual(small);
    expect(moveItem(small, 0, 0, 1).categories[0]?.items?.map(({ id }) => id)).toEqual(['a.2', 'a.1']);
  });

  it('keeps the shared rank at the end of the ladder and offers only unused steps', () => {
    const tied = setTies(small, ['vote', 'shared', 'category:b']);
    expect([tied.tally.ties, freeTieSteps(tied)]).toEqual([
      ['vote', 'category:b', 'shared'],
      ['preference', 'category:a'],
    ]);
  });

  it('leaves what the contract accepts, whatever is taken away', () => {
    const edited = addCondition(setBands(removeItem(small, 0, 0), 0, 0, []), 'name');
    expect(schemeShape.safeParse(JSON.parse(JSON.stringify(edited))).success).toBe(true);
  });
});

describe('the live check', () => {
  it('finds nothing wrong with the shipped schemes', () => {
    const found = ['taiyuan', 'trimmed', 'weighted', 'wuhu'].map(
      (name) => checkScheme(preset(name)).problems,
    );
    expect(found).toEqual([[], [], [], []]);
  });

  it('names empty cells and blank names in words and places', () => {
    const { problems, scheme } = checkScheme(setItem(small, 0, 1, { name: ' ', cap: '' }));
    expect(scheme).toBeNull();
    expect(problems.map(({ path, reason }) => `${placeWords(t, small, path)}：${t.of(reason)}`)).toEqual([
      '规划 › 目标 › 满分：请填写数字。',
      '规划 › 目标 › 名称：请填写名称。',
    ]);
  });

  it('says a category by its name, never by its id', () => {
    const { problems } = checkScheme(setItem(small, 0, 0, { cap: '4' }));
    expect(problems.map(({ reason, values }) => t.of(reason, values))).toEqual([
      '「规划」各项满分之和是 11，应为 12，相差 -1。',
    ]);
  });
});

describe('the worked example', () => {
  it('is computed by the real tally with as many members as the rules need', () => {
    const shown = ['taiyuan', 'trimmed', 'weighted'].map((name) => {
      const { scheme } = checkScheme(preset(name));
      const example = scheme === null ? null : workedExample(scheme);
      return [example?.explanation.members.length, example?.result.score, example?.result.status];
    });
    expect(shown).toEqual([
      [3, '78.50', 'final'],
      [5, '78.50', 'final'],
      [3, '80.00', 'final'],
    ]);
  });
});

describe('a fingerprint', () => {
  it('stands in groups of four', () => {
    expect(groupHex('0123456789ab')).toBe('0123 4567 89ab');
  });
});
