import { distinctTexts } from '../../../shared/domain/distinct-text.ts';
import { explain } from '../../../shared/domain/explain.ts';
import { parseFraction } from '../../../shared/domain/fraction.ts';
import { hundredths, parseScore } from '../../../shared/domain/decimal.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { select } from '../../../shared/domain/selection.ts';
import { sheetOf } from '../../../shared/domain/sheet.ts';
import { tally } from '../../../shared/domain/tally.ts';
import type { TallyInput, TallyResult } from '../../../shared/domain/tally-types.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import type { GoodSheet } from './ground.ts';
import type { Decisions } from './payloads.ts';
import type { PublishedDossier, PublishedResult } from './result-shape.ts';

/** What the numbers follow from: nothing of it is a number of the result. */
export interface RecountInput {
  readonly review: string;
  readonly scheme: CompiledScheme;
  readonly schemeHash: string;
  readonly decisions: Decisions;
  /** The counted sheet of each pair, every score within its item. */
  readonly sheets: readonly GoodSheet[];
}

/**
 * Every published number from the signed sheets and the panel's decisions: `result.json` as it must be. The
 * arithmetic is `shared/domain/tally`, the one of screen and minutes. @throws TallyInputError
 */
export function recount(input: RecountInput): PublishedResult {
  const { review, scheme, decisions } = input;
  const tallied = tallyInputOf(input);
  const result = tally(tallied);
  return {
    format: 1,
    review,
    resultHash: resultHashOf(input, result),
    provisional: result.dossiers.some(({ status, ineligible }) => status === 'provisional' && !ineligible),
    dossiers: publishedDossiers(input, tallied, result),
    selection: publishedSelection(scheme, decisions, result),
  };
}

function tallyInputOf({ scheme, decisions, sheets }: RecountInput): TallyInput {
  const copy = (pairs: Decisions['absent']): [string, string][] =>
    pairs.map(([member, dossier]) => [member, dossier]);
  return {
    scheme,
    dossiers: decisions.dossiers.map(({ dossier }) => dossier),
    members: decisions.members,
    sheets: sheets.map(({ place, scores }) => {
      const values = scheme.items.flatMap((item) => {
        const parsed = parseScore(scores[item.id] ?? '', item);
        return parsed.ok ? [[item.id, hundredths(parsed.hundredths)] as const] : [];
      });
      return sheetOf(scheme, place.dossier, place.member, Object.fromEntries(values));
    }),
    review: {
      preferred: decisions.preferred,
      ineligible: decisions.ineligible,
      votes: decisions.votes,
      recused: copy(decisions.recused),
      absent: copy(decisions.absent),
    },
  };
}

function publishedDossiers(
  { scheme, decisions, sheets }: RecountInput,
  input: TallyInput,
  result: TallyResult,
): PublishedDossier[] {
  const facts = new Map(decisions.dossiers.map((one) => [one.dossier, one]));
  const explained = new Map(explain(input, result).map((one) => [one.id, one.members]));
  const paper = new Set(
    sheets.filter((one) => one.paper).map(({ place }) => `${place.member}\n${place.dossier}`),
  );
  const shown = shownTexts(scheme, result);
  return result.dossiers.map((own) => {
    const { number = 0, name = '' } = facts.get(own.id) ?? {};
    const lines = new Map((explained.get(own.id) ?? []).map((line) => [line.member, line]));
    return {
      dossier: own.id,
      number,
      name,
      rank: own.rank,
      score: own.score,
      exact: own.exact,
      shown: shown.get(own.id) ?? null,
      members: own.members,
      status: own.status,
      ineligible: own.ineligible,
      categories: own.categories.map(({ id, mean, exact }) => ({ id, mean, exact })),
      tie:
        own.tie === null
          ? null
          : { with: own.tie.with, decidedBy: own.tie.decidedBy, sharedWith: own.tie.sharedWith },
      notes: own.notes,
      sheets: decisions.members.map((member): PublishedDossier['sheets'][number] => {
        const line = lines.get(member);
        const mark = line?.mark ?? 'missing';
        return {
          member,
          // Sheets with a blank never get as far as an opening.
          mark: mark === 'incomplete' ? 'missing' : mark,
          paper: paper.has(`${member}\n${own.id}`),
          total: line?.total ?? null,
          categories: line?.categories ?? scheme.categories.map(() => null),
          dropped: (line?.dropped ?? []).map(({ side, scope, place }) => ({ side, scope, place })),
        };
      }),
    };
  });
}

function shownTexts(scheme: CompiledScheme, result: TallyResult): ReadonlyMap<string, string> {
  const { places, mode } = scheme.rules.rounding;
  const scored = result.dossiers.flatMap(({ id, exact }) =>
    exact === null ? [] : [{ id, exact: parseFraction(exact) }],
  );
  const texts = distinctTexts(
    scored.map(({ exact }) => exact),
    places,
    mode,
  );
  return new Map(scored.map(({ id }, index) => [id, texts[index] ?? '']));
}

function publishedSelection(
  scheme: CompiledScheme,
  decisions: Decisions,
  result: TallyResult,
): PublishedResult['selection'] {
  const border = (select(scheme, result)?.openTie ?? []).toSorted().join('\n');
  const vote = decisions.votes.find((order) => order.toSorted().join('\n') === border) ?? null;
  const selection = select(scheme, result, vote);
  if (selection === null) return null;
  const { passMark, quota, dossiers, openTie, openPlaces } = selection;
  return {
    passMark,
    quota,
    dossiers: dossiers.map(({ id, selected, reason }) => ({ dossier: id, selected, reason })),
    openTie,
    openPlaces,
  };
}

/** The result hash (printed in the minutes): what was signed and decided and what came of it. */
function resultHashOf({ review, schemeHash, decisions, sheets }: RecountInput, result: TallyResult): string {
  const { members, votes, dossiers, recused, absent, ineligible, preferred, undecided } = decisions;
  const excused = (pairs: Decisions['absent'], dossier: string): readonly string[] => {
    const own = new Set(pairs.filter(([, one]) => one === dossier).map(([member]) => member));
    return members.filter((member) => own.has(member));
  };
  const record = {
    format: 1,
    review,
    scheme: schemeHash,
    members,
    votes,
    dossiers: dossiers.map(({ dossier }) => {
      const own = result.dossiers.find(({ id }) => id === dossier);
      const counted = new Map(
        sheets.filter(({ place }) => place.dossier === dossier).map((sheet) => [sheet.place.member, sheet]),
      );
      return {
        dossier,
        sheets: members.flatMap((member) => {
          const sheet = counted.get(member);
          return sheet === undefined ? [] : [[member, sheet.identity, sheet.paper ? 'paper' : 'laptop']];
        }),
        recused: excused(recused, dossier),
        absent: excused(absent, dossier),
        ineligible: ineligible.includes(dossier),
        preference: preferred.includes(dossier) ? true : undecided.includes(dossier) ? null : false,
        rank: own?.rank ?? null,
        score: own?.score ?? null,
        exact: own?.exact ?? null,
        members: own?.members ?? 0,
        status: own?.status ?? 'provisional',
        categories: own?.categories.map(({ id, mean, exact }) => [id, mean, exact]) ?? [],
      };
    }),
  };
  return sha256Hex(JSON.stringify(record));
}
