import { TallyInputError } from '../../../../shared/domain/tally-types.ts';
import { keeperKeys, pairKey, type GoodSheet, type Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import type { Decisions } from '../payloads.ts';
import type { PublishedDossier, PublishedResult } from '../result-shape.ts';
import { recount } from '../recount.ts';
import { readSigned, type SignedText } from '../signed-text.ts';
import type { Shape } from '../shape.ts';
import { byPair } from './envelopes.ts';
import { obeysScheme } from './sheets.ts';

/** 9B and 10B: the chair or the deputy signed the very same text, when it says so. */
export function checkKeeper<Value extends { readonly keeper: string }>(
  ground: Ground,
  signed: SignedText<Value> | null,
  part: string,
  shape: Shape<Value>,
  type: string,
  number: string,
  judgement: Judgement,
): void {
  const bytes = ground.parts.get(part);
  if (signed === null || ground.kind === 'reduced') return;
  if (signed.value.keeper === '') {
    if (bytes !== undefined) judgement.fail(number, 'keeper-unnamed', part);
    return;
  }
  const second = readSigned(bytes, shape, type, keeperKeys(ground, signed.value.keeper));
  judgement.require(second?.identity === signed.identity, number, 'keeper', part);
}

/** 9C: the decisions speak of this panel and these applications, each once. */
export function checkDecisions({ rosters, decisions, kind }: Ground, judgement: Judgement): void {
  const last = rosters.at(-1);
  if (decisions === null || last === undefined) return;
  judgement.judge('9C');
  const { members, dossiers, withdrawn, recused, absent, ineligible, preferred, undecided, votes } =
    decisions.value;
  const ids = dossiers.map(({ dossier }) => dossier);
  const seated = last.seats.filter(({ role }) => role === 'member').map(({ seat }) => seat);
  const unique = (list: readonly string[]): boolean => new Set(list).size === list.length;
  const listed = (list: readonly string[]): boolean => unique(list) && list.every((id) => ids.includes(id));
  const ascending = dossiers.every(({ number }, index) => number > (dossiers[index - 1]?.number ?? -1));
  const whole = members.length === seated.length || kind === 'reduced';
  judgement.require(unique(members) && whole && members.every((id) => seated.includes(id)), '9C', 'members');
  judgement.require(unique(ids) && ascending, '9C', 'dossiers');
  judgement.require(unique(withdrawn) && !withdrawn.some((id) => ids.includes(id)), '9C', 'withdrawn');
  judgement.require(
    [...recused, ...absent].every(([member, dossier]) => members.includes(member) && ids.includes(dossier)) &&
      [recused, absent].every((list) =>
        unique(list.map(([member, dossier]) => pairKey({ member, dossier }))),
      ),
    '9C',
    'pairs',
  );
  judgement.require(
    listed(ineligible) && listed([...preferred, ...undecided]) && votes.every(listed),
    '9C',
    'lists',
  );
}

/** The counted sheet of each pair: its last good version within the scheme, on paper or not. */
export function countedSheets(
  ground: Ground,
  decisions: Decisions,
  sheets: readonly GoodSheet[],
  papers: readonly GoodSheet[],
): readonly GoodSheet[] {
  const within = (list: readonly GoodSheet[]): readonly GoodSheet[] =>
    list.filter((sheet) => obeysScheme(ground, sheet));
  const counted = new Map(
    [...byPair(within([...papers, ...sheets]))].flatMap(([key, own]) =>
      own.slice(-1).map((last) => [key, last]),
    ),
  );
  const excused = new Set(
    [...decisions.recused, ...decisions.absent].map(([member, dossier]) => pairKey({ member, dossier })),
  );
  const listed = new Set(decisions.dossiers.map(({ dossier }) => dossier));
  return [...counted].flatMap(([key, sheet]) => {
    const { member, dossier } = sheet.place;
    return !excused.has(key) && listed.has(dossier) && decisions.members.includes(member) ? [sheet] : [];
  });
}

/** 9D to 9F: every published number is the recomputed one. */
export function checkNumbers(
  ground: Ground,
  sheets: readonly GoodSheet[],
  papers: readonly GoodSheet[],
  judgement: Judgement,
): void {
  const { scheme, schemeHash, decisions, result, kind, bundle, parts } = ground;
  if (parts.has('result.json'))
    judgement.require(result?.review === bundle.review, '9D', 'shape', 'result.json');
  if (scheme === null || schemeHash === null || decisions === null || result === null) return;
  judgement.judge('9D', '9E');
  const counted = countedSheets(ground, decisions.value, sheets, papers);
  const input = { review: bundle.review, scheme, schemeHash, decisions: decisions.value, sheets: counted };
  let wanted: PublishedResult;
  try {
    wanted = recount(input);
  } catch (error) {
    if (!(error instanceof TallyInputError)) throw error;
    return judgement.fail('9D', 'not-countable', error.message);
  }
  compareDossiers(wanted, result, kind === 'reduced', judgement);
  if (kind === 'reduced') return;
  const whole = ({ provisional, selection, dossiers }: PublishedResult): string =>
    JSON.stringify([provisional, selection, dossiers.map(({ dossier }) => dossier)]);
  judgement.require(whole(wanted) === whole(result), '9E', 'order', 'result.json');
  judgement.require(wanted.resultHash === result.resultHash, '9F', 'result-hash', result.resultHash);
}

function compareDossiers(
  wanted: PublishedResult,
  given: PublishedResult,
  reduced: boolean,
  judgement: Judgement,
): void {
  const found = new Map(given.dossiers.map((own) => [own.dossier, own]));
  if (found.size !== wanted.dossiers.length || given.dossiers.length !== found.size)
    judgement.fail('9D', 'dossiers', 'result.json');
  const numbers = ({ number, name, score, exact, shown, members, categories, sheets }: PublishedDossier) =>
    JSON.stringify([number, name, score, exact, reduced ? null : shown, members, categories, sheets]);
  const place = ({ rank, status, ineligible, tie, notes }: PublishedDossier) =>
    JSON.stringify(reduced ? [status, ineligible] : [rank, status, ineligible, tie, notes]);
  for (const own of wanted.dossiers) {
    const other = found.get(own.dossier);
    if (other === undefined || numbers(own) !== numbers(other)) judgement.fail('9D', 'number', own.name);
    if (other !== undefined && place(own) !== place(other)) judgement.fail('9E', 'place', own.name);
  }
}
