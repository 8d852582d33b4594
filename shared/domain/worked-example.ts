import { explain } from './explain.ts';
import type { DossierExplanation } from './explain.ts';
import type { CompiledItem, CompiledScheme } from './compiled-scheme.ts';
import { hundredths } from './decimal.ts';
import { tally } from './tally.ts';
import type { DossierResult, TallyInput } from './tally-types.ts';

/** Tenths of the cap that each invented member gives; the fourth and fifth make a trim visible. */
const tenths = [9, 8, 7, 10, 5, 8, 9, 7, 6] as const;
const letters = '甲乙丙丁戊己庚辛壬';

export interface WorkedExample {
  readonly result: DossierResult;
  readonly explanation: DossierExplanation;
}

/** As many invented members as the rules need to work, three at least. */
function memberCount({ rules }: CompiledScheme): number {
  const trim = typeof rules.aggregate === 'string' ? 0 : rules.aggregate.trimmed.minimumMembers;
  return Math.min(tenths.length, Math.max(3, trim, rules.quorum));
}

/** A whole number of steps near the wanted part of the cap. */
function scoreOf(item: CompiledItem, part: number) {
  return hundredths(Math.floor((item.cap * part) / (10 * item.step)) * item.step);
}

/** One invented enterprise, scored by invented members and computed by the real tally. */
export function workedExample(scheme: CompiledScheme): WorkedExample | null {
  const members = [...letters].slice(0, memberCount(scheme));
  const dossier = 'example';
  const sheets = members.map((member, index) => ({
    dossier,
    member,
    scores: scheme.items.map((item) => scoreOf(item, tenths[index] ?? 5)),
  }));
  const input: TallyInput = { scheme, dossiers: [dossier], members, sheets };
  const computed = tally(input);
  const [result] = computed.dossiers;
  const [explanation] = explain(input, computed);
  if (result === undefined || explanation === undefined) return null;
  const order = (member: string): number => members.indexOf(member);
  const lines = explanation.members.toSorted((left, right) => order(left.member) - order(right.member));
  return { result, explanation: { ...explanation, members: lines } };
}
