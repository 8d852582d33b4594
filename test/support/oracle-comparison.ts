import { deepStrictEqual } from 'node:assert';
import fc from 'fast-check';
import type { CompiledScheme } from '../../shared/domain/compiled-scheme.ts';
import { compileScheme } from '../../shared/domain/compile-scheme.ts';
import { hundredths, parseScore } from '../../shared/domain/decimal.ts';
import { exactDecimal, multiply, sum } from '../../shared/domain/fraction.ts';
import type { Aggregate, Scheme } from '../../shared/domain/scheme.ts';
import { tally } from '../../shared/domain/tally.ts';
import type { TallyInput } from '../../shared/domain/tally-types.ts';
import { decimal } from './cases.ts';
import { oracleTally, type OracleReview, type OracleSheets } from './oracle-tally.ts';

const ids = ['D1', 'D2', 'd10', '示例', '\u{1F600}', '\uFF21', 'é'];
const people = ['M1', 'M2', 'M10', 'm3', '\u{1F600}', '\uFF21', '张', 'Z'];

const aggregates: fc.Arbitrary<Aggregate> = fc.oneof(
  fc.constantFrom('mean' as const, 'median' as const),
  fc
    .record({
      high: fc.nat(2),
      low: fc.nat(2),
      more: fc.integer({ min: 1, max: 3 }),
      scope: fc.constantFrom('sheet' as const, 'category' as const, 'item' as const),
    })
    .map(({ more, ...trim }) => ({ trimmed: { ...trim, minimumMembers: trim.high + trim.low + more } })),
);

/** Caps of the items of one category (0: no items), its weight. Small numbers, so that ties are common. */
const categories = fc.array(
  fc.record({
    caps: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    weight: fc.constantFrom(undefined, '1', '0.15', '2.5', '0.333'),
    step: fc.constantFrom(undefined, '1', '0.5', '0.25'),
  }),
  { minLength: 1, maxLength: 3 },
);

const schemes: fc.Arbitrary<Scheme> = fc
  .record({
    categories,
    aggregate: aggregates,
    places: fc.nat(4),
    mode: fc.constantFrom('half-up' as const, 'half-even' as const),
    point: fc.constantFrom('end' as const, 'category' as const),
    rankOn: fc.constantFrom('exact' as const, 'published' as const),
    ties: fc.shuffledSubarray(['preference', 'category:c0', 'vote']),
    quorum: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ categories: drafts, aggregate, places, mode, point, rankOn, ties, quorum }) => {
    const list = drafts.map(({ caps, weight, step }, index) => ({
      id: `c${index}`,
      name: '',
      cap: String(caps.length === 0 ? 3 : caps.reduce((all, cap) => all + cap, 0)),
      ...(weight === undefined ? {} : { weight }),
      ...(caps.length === 0
        ? {}
        : {
            items: caps.map((cap, place) => ({ id: `c${index}.${place}`, name: '', cap: String(cap), step })),
          }),
    }));
    const total = sum(list.map(({ cap, weight }) => multiply(decimal(cap), decimal(weight ?? '1'))));
    const rounding = { places, mode, point: aggregate === 'median' ? ('end' as const) : point };
    return {
      title: '',
      total: exactDecimal(total),
      categories: list,
      tally: { aggregate, rounding, rankOn, ties, quorum },
    };
  });

const pairs = fc.array(fc.tuple(fc.constantFrom(...people), fc.constantFrom(...ids)), { maxLength: 4 });
const reviews = fc.record({
  preferred: fc.subarray(ids),
  ineligible: fc.subarray(ids, { maxLength: 2 }),
  votes: fc.array(fc.shuffledSubarray(ids, { minLength: 2 }), { maxLength: 3 }),
  members: fc.constantFrom(null, people),
  recused: pairs,
  absent: pairs,
});

/** How a score is drawn: mostly whole numbers (ties), sometimes a blank. Positive numbers pick from the step. */
const draws = fc.infiniteStream(
  fc.oneof({ weight: 30, arbitrary: fc.nat(400) }, { weight: 1, arbitrary: fc.constant(null) }),
);

/**
 * Compares `tally` with the oracle on that many random reviews of every setting. Throws with the smallest
 * counterexample and its seed. `seed` repeats a run.
 */
export function compareWithOracle(runs: number, seed?: number): void {
  const property = fc.property(
    schemes,
    reviews,
    fc.subarray(ids, { minLength: 1 }),
    fc.nat(8),
    draws,
    (scheme, review, dossiers, panel, stream) => {
      const outcome = compileScheme(scheme);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
      const texts = drawSheets(outcome.scheme, review, dossiers, people.slice(0, panel), stream);
      const result = tally(inputFrom(outcome.scheme, review, dossiers, texts)).dossiers.map(
        ({ ineligible: _ineligible, tie: _tie, ...rest }) => rest,
      );
      deepStrictEqual(result, oracleTally(scheme, texts, review));
    },
  );
  fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
}

function inputFrom(
  scheme: CompiledScheme,
  review: OracleReview,
  dossiers: readonly string[],
  texts: OracleSheets,
): TallyInput {
  const sheets = [...texts].flatMap(([dossier, members]) =>
    [...members].map(([member, scores]) => ({
      dossier,
      member,
      scores: scheme.items.map((item) => {
        const parsed = parseScore(scores.get(item.id) ?? '', item);
        return parsed.ok ? parsed.hundredths : null;
      }),
    })),
  );
  return { scheme, dossiers, members: review.members ?? undefined, review, sheets };
}

function drawSheets(
  scheme: TallyInput['scheme'],
  review: OracleReview,
  dossiers: readonly string[],
  members: readonly string[],
  stream: Iterator<number | null>,
): Map<string, Map<string, Map<string, string | null>>> {
  const recused = new Set(review.recused.map((pair) => pair.join('\0')));
  const next = () => stream.next().value as number | null;
  return new Map(
    dossiers.map((dossier) => {
      const seated = members.filter((member) => !recused.has(`${member}\0${dossier}`));
      return [
        dossier,
        new Map(
          seated.map((member) => [
            member,
            new Map(
              scheme.items.map((item) => {
                const drawn = next();
                const steps = Math.floor(item.cap / item.step) + 1;
                const score = drawn === null ? null : hundredths((drawn % steps) * item.step);
                return [
                  item.id,
                  score === null
                    ? null
                    : `${Math.floor(score / 100)}.${String(score % 100).padStart(2, '0')}`,
                ];
              }),
            ),
          ]),
        ),
      ];
    }),
  );
}
