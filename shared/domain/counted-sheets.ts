import { compareIds } from './bytes-order.ts';
import type { CompiledScheme } from './compiled-scheme.ts';
import { isComplete, obeysItem, type Sheet } from './sheet.ts';
import { TallyInputError, type TallyInput } from './tally-types.ts';

/** The counted sheets of one dossier, by member id, with category sums in hundredths (unweighted). */
export interface CountedSheets {
  readonly dossier: string;
  readonly members: readonly string[];
  readonly scores: readonly (readonly number[])[];
  readonly sums: readonly (readonly number[])[];
  readonly notes: readonly string[];
  /** Seated, neither recused nor absent, and without a complete sheet. */
  readonly missing: readonly string[];
  /** Members whose sheet has a blank, and the pairs the review excuses. */
  readonly incomplete: readonly string[];
  readonly recused: readonly string[];
  readonly absent: readonly string[];
}

/**
 * Sorts the sheets to their dossiers and keeps the complete ones. Throws TallyInputError for a repeated
 * sheet, a dossier that isn't listed, a score outside its item, a recused pair or somebody not seated.
 */
export function countSheets(input: TallyInput): readonly CountedSheets[] {
  const byDossier = new Map<string, Sheet[]>(input.dossiers.map((id) => [id, []]));
  if (byDossier.size !== input.dossiers.length)
    throw new TallyInputError('dossier-repeated', 'ids must differ');
  const seated = input.members === undefined ? null : new Set(input.members);
  const recused = pairs(input.review?.recused);
  const absent = pairs(input.review?.absent);
  for (const sheet of input.sheets) {
    const own = byDossier.get(sheet.dossier);
    const name = `${sheet.member} × ${sheet.dossier}`;
    if (own === undefined) throw new TallyInputError('dossier-unknown', name);
    if (seated?.has(sheet.member) === false) throw new TallyInputError('sheet-not-member', name);
    if (recused.get(sheet.dossier)?.has(sheet.member)) throw new TallyInputError('sheet-recused', name);
    own.push(sheet);
  }
  return [...byDossier].map(([dossier, sheets]) => {
    const excused = {
      recused: [...(recused.get(dossier) ?? [])].sort(compareIds),
      absent: [...(absent.get(dossier) ?? [])].sort(compareIds),
    };
    return countDossier(input.scheme, dossier, sheets, [...(seated ?? [])], excused);
  });
}

function countDossier(
  scheme: CompiledScheme,
  dossier: string,
  sheets: readonly Sheet[],
  seated: readonly string[],
  excused: { readonly recused: readonly string[]; readonly absent: readonly string[] },
): CountedSheets {
  const sorted = sheets.toSorted((left, right) => compareIds(left.member, right.member));
  const members: string[] = [];
  const incomplete: string[] = [];
  const scores: (readonly number[])[] = [];
  const notes: string[] = [];
  let previous: string | null = null;
  for (const sheet of sorted) {
    if (sheet.member === previous) throw new TallyInputError('sheet-repeated', `${previous} × ${dossier}`);
    previous = sheet.member;
    checkScores(scheme, sheet);
    if (isComplete(sheet.scores)) {
      members.push(sheet.member);
      scores.push(sheet.scores);
    } else {
      incomplete.push(sheet.member);
      notes.push(...blankNotes(scheme, sheet));
    }
  }
  const here = new Set([...members, ...excused.recused, ...excused.absent]);
  return {
    dossier,
    members,
    scores,
    sums: scores.map((own) => categorySums(scheme, own)),
    notes: notes.sort(compareIds),
    missing: seated.filter((member) => !here.has(member)).sort(compareIds),
    incomplete,
    ...excused,
  };
}

/** One note for each blank: `M3 incomplete: basic.record`. */
function blankNotes(scheme: CompiledScheme, sheet: Sheet): string[] {
  const blanks = scheme.items.filter((_item, index) => sheet.scores[index] === null);
  return blanks.map(({ id }) => `${sheet.member} incomplete: ${id}`);
}

function checkScores(scheme: CompiledScheme, sheet: Sheet): void {
  if (sheet.scores.length !== scheme.items.length) {
    throw new TallyInputError('sheet-length', `${sheet.member} × ${sheet.dossier}`);
  }
  // Without an iterator: this runs once a score, and a large round has millions.
  let index = 0;
  for (const item of scheme.items) {
    const score = sheet.scores[index] ?? null;
    if (score !== null && !obeysItem(item, score)) {
      throw new TallyInputError('score-outside', `${sheet.member} × ${sheet.dossier} × ${item.id}: ${score}`);
    }
    index += 1;
  }
}

function categorySums(scheme: CompiledScheme, scores: readonly number[]): number[] {
  return scheme.categories.map(({ first, count }) => {
    let total = 0;
    for (let index = first; index < first + count; index += 1) total += scores[index] ?? 0;
    return total;
  });
}

/** dossier → members. */
function pairs(list: readonly (readonly [string, string])[] | undefined): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const [member, dossier] of list ?? []) {
    const own = result.get(dossier) ?? new Set();
    result.set(dossier, own.add(member));
  }
  return result;
}
