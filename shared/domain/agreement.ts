/**
 * How far the members agree. Exact fractions throughout; rounding happens only in `shown`, three places,
 * half up. Kendall's W with tie correction (Kendall & Babington Smith 1939; Siegel 1956) looks at the order
 * each member gave, ICC(2,1) and ICC(2,k) (Shrout & Fleiss 1979, two-way random, absolute agreement) at the
 * marks themselves: of one member, and of the mean of k members.
 */
import { compare, divide, formatFraction, fraction, multiply, subtract, sum, ZERO } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import type { MarkTable } from './mark-table.ts';
import { formatRounded } from './rounding.ts';

/** Keys of `shared/text`: why a statistic has no value. */
export type UndefinedReason =
  | 'agreement-one-member'
  | 'agreement-no-common-dossier'
  | 'agreement-one-dossier'
  | 'agreement-all-equal'
  | 'agreement-no-meaning';

export type AgreementBand =
  'agreement-high' | 'agreement-good' | 'agreement-moderate' | 'agreement-low' | 'agreement-opposed';

export type Statistic =
  | {
      readonly defined: true;
      /** Reduced fraction. */
      readonly exact: string;
      /** Three decimals, half up. */
      readonly shown: string;
      readonly band: AgreementBand;
    }
  | { readonly defined: false; readonly reason: UndefinedReason };

/** JSON-safe. */
export interface Agreement {
  readonly members: number;
  readonly dossiers: number;
  /** Dossiers that not every member scored, and so can't be compared. */
  readonly leftOut: readonly string[];
  readonly kendallW: Statistic;
  /** ICC(2,1): how reliable one member's marks are. */
  readonly iccSingle: Statistic;
  /** ICC(2,k): how reliable the mean of all members is. */
  readonly iccAverage: Statistic;
}

interface Threshold {
  readonly from: Fraction;
  readonly band: AgreementBand;
}

const SHOWN_PLACES = 3;

/** Schmidt 1997, Managing Delphi Surveys, table 2: 0.7 strong, 0.5 moderate, 0.3 weak. */
const KENDALL_BANDS: readonly Threshold[] = [
  { from: fraction(7n, 10n), band: 'agreement-high' },
  { from: fraction(1n, 2n), band: 'agreement-good' },
  { from: fraction(3n, 10n), band: 'agreement-moderate' },
  { from: ZERO, band: 'agreement-low' },
];

/** Koo & Li 2016, doi 10.1016/j.jcm.2016.02.012: 0.9 excellent, 0.75 good, 0.5 moderate. */
const ICC_BANDS: readonly Threshold[] = [
  { from: fraction(9n, 10n), band: 'agreement-high' },
  { from: fraction(3n, 4n), band: 'agreement-good' },
  { from: fraction(1n, 2n), band: 'agreement-moderate' },
  { from: ZERO, band: 'agreement-low' },
];

/** All statistics of a panel, each defined or with the reason why it isn't; never NaN. */
export function agreement(table: MarkTable): Agreement {
  const icc = intraclassCorrelation(table.marks);
  return {
    members: table.members.length,
    dossiers: table.dossiers.length,
    leftOut: table.leftOut,
    kendallW: kendallW(table.marks),
    iccSingle: icc.single,
    iccAverage: icc.average,
  };
}

/** Kendall's W; one row a member, one column a dossier, every row equally long. */
export function kendallW(marks: readonly (readonly Fraction[])[]): Statistic {
  const [members, dossiers] = [BigInt(marks.length), BigInt(marks[0]?.length ?? 0)];
  const missing = tooFew(marks);
  if (missing !== null) return { defined: false, reason: missing };
  // Twice the middle ranks, so that a rank shared by two stays whole.
  const ranks = marks.map(doubledRanks);
  const rankSums = columns(ranks).map((column) => column.reduce((total, value) => total + value, 0n));
  const mean = members * (dossiers + 1n);
  const squares = rankSums.reduce((total, value) => total + (value - mean) ** 2n, 0n);
  const ties = marks.reduce((total, row) => total + tieCorrection(row), 0n);
  const denominator = members * members * (dossiers ** 3n - dossiers) - members * ties;
  if (denominator === 0n) return { defined: false, reason: 'agreement-all-equal' };
  // 12 Σ(R − R̄)² over the denominator; the doubled ranks bring a factor of 4.
  return statistic(fraction(3n * squares, denominator), KENDALL_BANDS);
}

export interface IntraclassCorrelation {
  readonly single: Statistic;
  readonly average: Statistic;
}

/** ICC(2,1) and ICC(2,k); one row a member, one column a dossier, every row equally long. */
export function intraclassCorrelation(marks: readonly (readonly Fraction[])[]): IntraclassCorrelation {
  const missing = tooFew(marks);
  if (missing !== null) return both({ defined: false, reason: missing });
  const [members, dossiers] = [fraction(BigInt(marks.length)), fraction(BigInt(marks[0]?.length ?? 0))];
  const one = fraction(1n);
  const byDossier = columns(marks);
  const grand = average(marks.flat());
  const all = sumOfSquares(marks.flat(), grand);
  if (all.numerator === 0n) return both({ defined: false, reason: 'agreement-all-equal' });
  const betweenDossiers = multiply(members, sumOfSquares(byDossier.map(average), grand));
  const betweenMembers = multiply(dossiers, sumOfSquares(marks.map(average), grand));
  const rest = subtract(subtract(all, betweenDossiers), betweenMembers);
  const [freeDossiers, freeMembers] = [subtract(dossiers, one), subtract(members, one)];
  const dossierSquare = divide(betweenDossiers, freeDossiers);
  const memberSquare = divide(betweenMembers, freeMembers);
  const errorSquare = divide(rest, multiply(freeDossiers, freeMembers));
  const above = subtract(dossierSquare, errorSquare);
  const spread = divide(subtract(memberSquare, errorSquare), dossiers);
  return {
    single: ratio(above, sum([dossierSquare, multiply(freeMembers, errorSquare), multiply(members, spread)])),
    average: ratio(above, sum([dossierSquare, spread])),
  };
}

/** With a denominator of 0 or less the formula says nothing: there is only disagreement. */
function ratio(above: Fraction, below: Fraction): Statistic {
  if (below.numerator <= 0n) return { defined: false, reason: 'agreement-no-meaning' };
  return statistic(divide(above, below), ICC_BANDS);
}

function statistic(value: Fraction, bands: readonly Threshold[]): Statistic {
  const band = bands.find(({ from }) => compare(value, from) >= 0)?.band ?? 'agreement-opposed';
  const shown = formatRounded(value, SHOWN_PLACES, 'half-up');
  return { defined: true, exact: formatFraction(value), shown, band };
}

function both(value: Statistic): IntraclassCorrelation {
  return { single: value, average: value };
}

function tooFew(marks: readonly (readonly Fraction[])[]): UndefinedReason | null {
  const dossiers = marks[0]?.length ?? 0;
  if (marks.length < 2) return 'agreement-one-member';
  if (dossiers === 0) return 'agreement-no-common-dossier';
  return dossiers === 1 ? 'agreement-one-dossier' : null;
}

/** Equal marks share the middle of their ranks; doubled: one less than twice the rank, plus the others equal. */
function doubledRanks(row: readonly Fraction[]): readonly bigint[] {
  return row.map((mark) => {
    const lower = row.filter((other) => compare(other, mark) < 0).length;
    const equal = row.filter((other) => compare(other, mark) === 0).length;
    return BigInt(2 * lower + equal + 1);
  });
}

/** Σ (t³ − t) over the groups of equal marks of one member; a group of t counts t² − 1 for each of its t. */
function tieCorrection(row: readonly Fraction[]): bigint {
  return row.reduce((total, mark) => {
    const equal = BigInt(row.filter((other) => compare(other, mark) === 0).length);
    return total + equal * equal - 1n;
  }, 0n);
}

function columns<Value>(rows: readonly (readonly Value[])[]): readonly (readonly Value[])[] {
  return (rows[0] ?? []).map((_first, index) => rows.flatMap((row) => row.slice(index, index + 1)));
}

function average(values: readonly Fraction[]): Fraction {
  return divide(sum(values), fraction(BigInt(values.length)));
}

function sumOfSquares(values: readonly Fraction[], centre: Fraction): Fraction {
  return sum(
    values.map((value) => {
      const offset = subtract(value, centre);
      return multiply(offset, offset);
    }),
  );
}
