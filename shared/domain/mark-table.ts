import { memberTotals } from './aggregate.ts';
import { compareIds } from './bytes-order.ts';
import { countSheets, type CountedSheets } from './counted-sheets.ts';
import { fraction, type Fraction } from './fraction.ts';
import type { TallyInput } from './tally-types.ts';

/** Weighted totals of members × dossiers without holes, as the agreement statistics need them. */
export interface MarkTable {
  /** Members with a counted sheet somewhere, and the dossiers that all of them scored; both by id. */
  readonly members: readonly string[];
  readonly dossiers: readonly string[];
  /** Scored dossiers that had to stay out, because a member has no counted sheet there. */
  readonly leftOut: readonly string[];
  /** One row a member, in the order of `members`; columns in the order of `dossiers`. */
  readonly marks: readonly (readonly Fraction[])[];
}

/** member → exact weighted total, for the counted sheets of one dossier. */
export type TotalsOfDossier = ReadonlyMap<string, Fraction>;

/** dossier → member → exact weighted total; dossiers by id. Throws TallyInputError as the tally does. */
export function totalsByDossier(input: TallyInput): ReadonlyMap<string, TotalsOfDossier> {
  const counted = countSheets(input).toSorted((left, right) => compareIds(left.dossier, right.dossier));
  return new Map(counted.map((sheets) => [sheets.dossier, totalsOf(input, sheets)]));
}

/** Keeps the dossiers that everybody scored: a hole would have to be guessed. */
export function markTable(totals: ReadonlyMap<string, TotalsOfDossier>): MarkTable {
  const members = [...new Set([...totals.values()].flatMap((own) => [...own.keys()]))].sort(compareIds);
  const scored = [...totals].filter(([, own]) => own.size > 0);
  const complete = scored.filter(([, own]) => own.size === members.length);
  return {
    members,
    dossiers: complete.map(([dossier]) => dossier),
    leftOut: scored.filter(([, own]) => own.size < members.length).map(([dossier]) => dossier),
    marks: members.map((member) => complete.flatMap(([, own]) => own.get(member) ?? [])),
  };
}

function totalsOf(input: TallyInput, sheets: CountedSheets): TotalsOfDossier {
  const unit = 100n * input.scheme.rules.weightUnit;
  const totals = memberTotals(input.scheme, sheets);
  return new Map(sheets.members.map((member, index) => [member, fraction(totals[index] ?? 0n, unit)]));
}
