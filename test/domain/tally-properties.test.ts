import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hundredths } from '../../shared/domain/decimal.ts';
import { compare, formatFraction, parseFraction, sum } from '../../shared/domain/fraction.ts';
import { formatRounded } from '../../shared/domain/rounding.ts';
import type { Aggregate } from '../../shared/domain/scheme.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';
import { tally } from '../../shared/domain/tally.ts';
import { cat, compiled } from '../support/review-builder.ts';

const categories = [cat('a', '15', '1', ['5', '10']), cat('b', '100', '0.85')];
const caps = [500, 1000, 10_000];
const scopes = ['sheet', 'category', 'item'] as const;
const trimmedRules: readonly Aggregate[] = scopes.map((scope) => ({
  trimmed: { high: 1, low: 1, scope, minimumMembers: 3 },
}));
const anyRule = fc.constantFrom<Aggregate>('mean', 'median', ...trimmedRules);

/** Scores of one sheet; whole points half of the time, so that ties happen. */
const scores = fc.tuple(
  ...caps.map((cap) =>
    fc.oneof(
      fc.nat(cap),
      fc.nat(cap / 100).map((points) => points * 100),
    ),
  ),
);
const panel = fc.array(scores, { minLength: 1, maxLength: 6 });
const reviews = fc.array(panel, { minLength: 1, maxLength: 6 });

function sheetsFrom(review: readonly (readonly (readonly number[])[])[]): Sheet[] {
  return review.flatMap((members, dossier) =>
    members.map((own, member) => ({
      dossier: `D${dossier}`,
      member: `M${member}`,
      scores: own.map(hundredths),
    })),
  );
}

function results(
  review: readonly (readonly (readonly number[])[])[],
  aggregate: Aggregate,
  order?: readonly Sheet[],
) {
  const scheme = compiled(categories, { aggregate });
  return tally({
    scheme,
    dossiers: review.map((_own, index) => `D${index}`),
    sheets: order ?? sheetsFrom(review),
  }).dossiers;
}

test('the order of the sheets never matters', () => {
  const shuffled = reviews.chain((review) => {
    const sheets = sheetsFrom(review);
    return fc.tuple(fc.constant(review), fc.shuffledSubarray(sheets, { minLength: sheets.length }));
  });
  fc.assert(
    fc.property(shuffled, anyRule, ([review, order], rule) => {
      expect(results(review, rule, order)).toEqual(results(review, rule));
    }),
  );
});

test('a further member who agrees with the mean, or with everybody, changes nothing', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 5 }), anyRule, (own, count, rule) => {
      const exact = (times: number) => results([Array.from({ length: times }, () => own)], rule)[0]?.exact;
      expect(exact(count + 1)).toBe(exact(count));
    }),
  );
});

test('ranks are a total preorder: better values stand first, equal values share, the next rank is skipped', () => {
  fc.assert(
    fc.property(reviews, anyRule, (review, rule) => {
      const ranked = results(review, rule).map(({ rank, exact }) => ({
        rank: rank ?? 0,
        exact: parseFraction(exact ?? '0'),
      }));
      for (const { rank, exact } of ranked) {
        expect(rank).toBe(1 + ranked.filter((other) => compare(other.exact, exact) > 0).length);
      }
    }),
  );
});

test('the score equals its parts, except under the median', () => {
  fc.assert(
    fc.property(panel, fc.constantFrom<Aggregate>('mean', ...trimmedRules), (members, rule) => {
      const [dossier] = results([members], rule);
      expect(
        formatFraction(sum((dossier?.categories ?? []).map(({ exact }) => parseFraction(exact ?? '')))),
      ).toBe(dossier?.exact);
    }),
  );
});

test('under the mean a higher score never lowers a dossier', () => {
  fc.assert(
    fc.property(panel, fc.nat(), fc.nat(2), (members, which, item) => {
      const raised = members.map((own, index) =>
        index === which % members.length
          ? own.map((score, place) => (place === item ? (caps[place] ?? 0) : score))
          : own,
      );
      const exact = (review: typeof members) => parseFraction(results([review], 'mean')[0]?.exact ?? '0');
      expect(compare(exact(raised), exact(members))).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('what is published is the exact value, rounded once', () => {
  fc.assert(
    fc.property(panel, anyRule, (members, rule) => {
      const [dossier] = results([members], rule);
      expect(dossier?.score).toBe(formatRounded(parseFraction(dossier?.exact ?? '0'), 2, 'half-up'));
    }),
  );
});

test('every aggregate lies between the lowest and the highest total', () => {
  const single = [cat('a', '100')];
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 9 }), anyRule, (marks, aggregate) => {
      const scheme = compiled(single, { aggregate });
      const sheets = marks.map((mark, index) => ({
        dossier: 'D',
        member: `M${index}`,
        scores: [hundredths(mark)],
      }));
      const exact = parseFraction(tally({ scheme, dossiers: ['D'], sheets }).dossiers[0]?.exact ?? '-1');
      expect(
        compare(exact, { numerator: BigInt(Math.min(...marks)), denominator: 100n }),
      ).toBeGreaterThanOrEqual(0);
      expect(
        compare(exact, { numerator: BigInt(Math.max(...marks)), denominator: 100n }),
      ).toBeLessThanOrEqual(0);
    }),
  );
});

test('an ineligible dossier moves nobody else', () => {
  fc.assert(
    fc.property(reviews, (review) => {
      const scheme = compiled(categories);
      const ids = review.map((_own, index) => `D${index}`);
      const without = ids.filter((id) => id !== 'D0');
      const sheets = sheetsFrom(review);
      const marked = tally({ scheme, dossiers: ids, sheets, review: { ineligible: ['D0'] } }).dossiers;
      const removed = tally({
        scheme,
        dossiers: without,
        sheets: sheets.filter(({ dossier }) => dossier !== 'D0'),
      }).dossiers;
      expect(marked.filter(({ id }) => id !== 'D0')).toEqual(removed);
    }),
  );
});
