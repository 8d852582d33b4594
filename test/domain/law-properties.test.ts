import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreement, type Statistic } from '../../shared/domain/agreement.ts';
import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import { hundredths } from '../../shared/domain/decimal.ts';
import { compare, parseFraction, ZERO, fraction } from '../../shared/domain/fraction.ts';
import { markTable, totalsByDossier } from '../../shared/domain/mark-table.ts';
import type { Aggregate, Scheme } from '../../shared/domain/scheme.ts';
import { select } from '../../shared/domain/selection.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { TallyInput } from '../../shared/domain/tally-types.ts';
import { whatIf } from '../../shared/domain/what-if.ts';
import { cat, schemeOf } from '../support/review-builder.ts';

const rules: readonly Aggregate[] = [
  'mean',
  'median',
  ...(['sheet', 'category', 'item'] as const).map((scope) => ({
    trimmed: { high: 1, low: 1, scope, minimumMembers: 3 },
  })),
];
const anyRule = fc.constantFrom(...rules);

/** Dossiers × members of marks in whole points; null is no sheet. Small numbers, so that ties are common. */
const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([dossiers, members]) =>
    fc.array(fc.array(fc.option(fc.nat(6), { freq: 12 }), { minLength: members, maxLength: members }), {
      minLength: dossiers,
      maxLength: dossiers,
    }),
  );
type Table = readonly (readonly (number | null)[])[];

function inputOf(table: Table, change: Partial<Scheme> = {}, aggregate: Aggregate = 'mean'): TallyInput {
  const base = schemeOf([cat('a', '100')], { aggregate, quorum: 1, rounding: { places: 0 } });
  return {
    scheme: requireScheme({ ...base, ...change }),
    dossiers: table.map((_row, index) => `D${index}`),
    sheets: table.flatMap((row, dossier) =>
      row.flatMap((mark, member) =>
        mark === null
          ? []
          : [{ dossier: `D${dossier}`, member: `M${member}`, scores: [hundredths(mark * 100)] }],
      ),
    ),
  };
}

test('raising one score never worsens that dossier’s rank under the plain mean', () => {
  fc.assert(
    fc.property(tables, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }), (table, row, column, more) => {
      const dossier = row % table.length;
      const member = column % (table[0]?.length ?? 1);
      const raised = table.map((own, index) =>
        index === dossier
          ? own.map((mark, at) => (at === member && mark !== null ? mark + more : mark))
          : own,
      );
      const rankOf = (marks: Table) =>
        tally(inputOf(marks)).dossiers.find(({ id }) => id === `D${dossier}`)?.rank ?? 0;
      expect(rankOf(raised)).toBeLessThanOrEqual(rankOf(table));
    }),
  );
});

test('a recompute uses the scheme it is given: another version of the scheme never reaches an old result', () => {
  fc.assert(
    fc.property(tables, anyRule, anyRule, (table, old, later) => {
      const own = inputOf(table, {}, old);
      const first = tally(own);
      tally({ ...own, scheme: inputOf(table, { title: '修订' }, later).scheme });
      expect(tally({ ...own, scheme: requireScheme(own.scheme.source) })).toEqual(first);
    }),
  );
});

test('never more are selected than the quota, nobody below the pass mark, nobody above a refused one', () => {
  const selections = fc.record({
    quota: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
    passMark: fc.option(fc.constantFrom('0', '2', '3.5', '6'), { nil: undefined }),
  });
  fc.assert(
    fc.property(tables, selections, anyRule, fc.boolean(), (table, selection, rule, voted) => {
      const input = inputOf(table, { selection }, rule);
      const result = tally(input);
      const open = select(input.scheme, result);
      const found = select(input.scheme, result, voted && open !== null ? open.openTie.toReversed() : null);
      if (found === null || open === null) return;
      const ranks = new Map(result.dossiers.map(({ id, rank }) => [id, rank ?? Infinity]));
      const inside = found.dossiers.filter(({ selected }) => selected).map(({ id }) => ranks.get(id) ?? 0);
      const outside = found.dossiers.filter(({ selected }) => !selected).map(({ id }) => ranks.get(id) ?? 0);
      expect(inside.length + found.openPlaces).toBeLessThanOrEqual(selection.quota ?? Infinity);
      expect(Math.max(...inside, 0)).toBeLessThanOrEqual(Math.min(...outside, Infinity));
      const exact = new Map(result.dossiers.map((own) => [own.id, parseFraction(own.exact ?? '-1')]));
      const least = mark(selection.passMark ?? '0');
      const below = found.dossiers.filter(
        ({ id, selected }) => selected && compare(exact.get(id) ?? ZERO, least) < 0,
      );
      expect(below).toEqual([]);
      expect(found.openTie.length === 0 || found.openPlaces < found.openTie.length).toBe(true);
    }),
  );
});

test('W lies between 0 and 1, no ICC is above 1, and the order of members and dossiers doesn’t matter', () => {
  fc.assert(
    fc.property(tables, (table) => {
      const of = (marks: Table) => agreement(markTable(totalsByDossier(inputOf(marks))));
      const found = of(table);
      const numbers = (...list: readonly Statistic[]) =>
        list.flatMap((value) => (value.defined ? [parseFraction(value.exact)] : []));
      const all = numbers(found.kendallW, found.iccSingle, found.iccAverage);
      expect(all.filter((value) => compare(value, fraction(1n)) > 0)).toEqual([]);
      expect(numbers(found.kendallW).filter((value) => compare(value, ZERO) < 0)).toEqual([]);
      const turned = of(table.map((row) => row.toReversed()).toReversed());
      const values = ({ kendallW, iccSingle, iccAverage }: typeof found) => [kendallW, iccSingle, iccAverage];
      expect(values(turned)).toEqual(values(found));
    }),
  );
});

test('the members’ offsets add up to zero on a table without holes, and the scheme’s own rule changes nothing', () => {
  fc.assert(
    fc.property(tables, anyRule, (table, rule) => {
      const full = table.map((row) => row.map((mark) => mark ?? 0));
      const { strictness, variants } = whatIf(inputOf(full, {}, rule));
      const signs = strictness.map(({ key }) => key);
      expect(signs.includes('strictness-generous')).toBe(signs.includes('strictness-strict'));
      expect(variants.filter(({ ownRule, moved }) => ownRule && moved.length > 0)).toEqual([]);
    }),
  );
});

function mark(text: string) {
  const [whole = '0', decimals = ''] = text.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
}
