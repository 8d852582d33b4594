import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileScheme } from '../../shared/domain/compile-scheme.ts';
import { findDossierField } from '../../shared/domain/dossier-fields.ts';
import { assessEligibility } from '../../shared/domain/eligibility.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import { schemeShape } from '../../shared/schema/scheme.ts';

function shipped(name: string): Scheme {
  const text = readFileSync(new URL(`../../resources/schemes/${name}.json`, import.meta.url), 'utf8');
  return schemeShape.parse(JSON.parse(text));
}

const names = ['taiyuan', 'trimmed', 'weighted', 'wuhu'];

describe.each(names)('the shipped scheme %s', (name) => {
  const scheme = shipped(name);

  it('has the strict shape and compiles', () => {
    expect(compileScheme(scheme)).toMatchObject({ ok: true });
  });

  it('says that its values are examples', () => {
    expect(scheme.note).toMatch(/示例/u);
    expect(scheme.title).toMatch(/示例/u);
  });

  it('reads only facts that an application has, of the kind that the condition needs', () => {
    const kinds = (scheme.eligibility ?? []).flatMap(({ id, kind, fact, alternative }) =>
      [fact, ...(alternative === undefined ? [] : [alternative])].map((key) => {
        const field = findDossierField(key);
        const fits =
          kind === 'judged' ||
          (kind === 'yes' && field?.favourable !== undefined) ||
          (kind === 'at-least' && field?.kind === 'capital');
        return field && fits ? 'fits' : `${id} ${key}`;
      }),
    );
    expect(kinds.filter((kind) => kind !== 'fits')).toEqual([]);
  });
});

it('the Taiyuan scheme has the eight aspects of article 5(4), in their order', () => {
  expect(shipped('taiyuan').categories.map(({ name }) => name)).toEqual([
    '申请试点企业基本条件',
    '业务发展规划',
    '车源整合能力',
    '配套服务企业',
    '海外贸易渠道',
    '配件供应及售后服务保障',
    '二手车交易和质量信息追溯',
    '外贸新业态拓展',
  ]);
});

it('the Wuhu scheme is labelled 征求意见稿 wherever it names its source', () => {
  const { title, eligibility } = shipped('wuhu');
  const sources = [title, ...(eligibility ?? []).map(({ article }) => article)];
  expect(sources.filter((source) => !source.includes('征求意见稿'))).toEqual([]);
});

describe('capital against the threshold of article 3(2)', () => {
  const conditions = (shipped('taiyuan').eligibility ?? []).filter(({ id }) => id.startsWith('TY-2'));
  const cases: readonly (readonly [string | null, string | null, string | null, string, string])[] = [
    ['3000', '2000', null, 'met', 'met'],
    ['2999.999999', '2000', null, 'not-met', 'met'],
    ['3000.0', '1999.99', null, 'met', 'not-met'],
    ['3000', '1999.99', '2600', 'met', 'to-judge'],
    ['9007199254740993', null, '2600', 'to-judge', 'to-judge'],
    [null, null, null, 'missing', 'missing'],
    ['1/3', '20000', null, 'to-judge', 'met'],
  ];

  it.each(cases)('registered %s, paid in %s, net assets %s', (registered, paidIn, net, first, second) => {
    const fields = { registeredCapital: registered, paidInCapital: paidIn, netAssets: net };
    expect(assessEligibility(conditions, fields).map(({ outcome }) => outcome)).toEqual([first, second]);
  });

  it('shows what was read, with unit and article', () => {
    const [, paidIn] = assessEligibility(conditions, { paidInCapital: '1500', netAssets: '2600' });
    expect(paidIn).toEqual({
      conditionId: 'TY-2b',
      outcome: 'to-judge',
      article: '《太原市二手车出口企业管理办法（暂行）》第三条第2项',
      value: '实缴资本 1500 万元；净资产 2600 万元',
    });
  });

  it('records are good when there are none, and an investor counts for experience', () => {
    const some = (shipped('taiyuan').eligibility ?? []).filter(({ id }) => ['TY-1e', 'TY-3a'].includes(id));
    expect(
      assessEligibility(some, { violations: 'yes', tradeExperience: 'investor' }).map(
        ({ outcome }) => outcome,
      ),
    ).toEqual(['not-met', 'met']);
  });
});
