import type { CompiledScheme } from '../../shared/domain/compiled-scheme.ts';
import { enterprises } from './enterprises.ts';
import { people } from './people.ts';
import { itemComment, overallComment } from './sheet-words.ts';

export interface SampleSheet {
  readonly member: string;
  /** Credit code of the dossier. */
  readonly dossier: string;
  readonly content: {
    readonly scores: Record<string, string>;
    readonly comments: Record<string, string>;
    readonly overall: string;
    readonly confirmedZeros: string[];
  };
}

export interface SampleRecusal {
  readonly member: string;
  readonly dossier: string;
  readonly reason: string;
}

/** How good each dossier is, in thousandths of every cap, in the order of the workbook. */
const quality = [915, 872, 806, 772, 822, 846, 842, 884, 712, 655, 744, 668];

/** How far above or below the others a member scores, in thousandths (宽严). */
const strictness: Readonly<Record<string, number>> = {
  'member-1': 4,
  'member-2': -14,
  'member-3': 12,
  'member-4': -26,
  'member-5': 22,
  'member-6': 8,
  'member-7': -8,
};

/** One member sees 示例双塔 far lower than the others: a warning 畸高畸低, and a trimmed mean would change a rank. */
const outlier = { member: 'member-7', dossier: 4, quality: 610 };

/** Sixth and seventh end with the same total; the sixth has an own outlet (同等条件可优先). */
const tie = { kept: 5, moved: 6 };

export const recusals: readonly SampleRecusal[] = [
  {
    member: 'member-6',
    dossier: enterprises[7]?.code ?? '',
    reason: '本人所在协会受该企业委托编制物流方案，可能影响公正评审，申请回避。',
  },
];

const members = people.filter(({ role }) => role === 'member').map(({ key }) => key);

/** A small integer sequence that is the same everywhere (Numerical Recipes' LCG, upper bits). */
function createNoise(seed: number): (span: number) => number {
  let state = seed;
  return (span) => {
    state = Number((BigInt(state) * 1_664_525n + 1_013_904_223n) % 4_294_967_296n);
    return (state >>> 8) % span;
  };
}

/** Half points: the scheme's step is 0.5. */
function halfPoints(capInHundredths: number, thousandths: number): number {
  const cap = Math.floor(capInHundredths / 50);
  return Math.max(1, Math.min(cap, Math.floor((cap * thousandths + 500) / 1000)));
}

function text(half: number): string {
  return half % 2 === 0 ? String(half / 2) : `${(half - 1) / 2}.5`;
}

type HalfPointSheets = Map<string, number[]>;

function sheetKey(member: string, dossier: number): string {
  return `${member} ${dossier}`;
}

function isRecused(member: string, dossier: number): boolean {
  const code = enterprises[dossier]?.code;
  return recusals.some((recusal) => recusal.member === member && recusal.dossier === code);
}

function scoreAll(scheme: CompiledScheme): HalfPointSheets {
  const noise = createNoise(20_260_318);
  const sheets: HalfPointSheets = new Map();
  for (const dossier of enterprises.keys()) {
    // What everybody sees alike: each category of a dossier is a little stronger or weaker.
    const lean = scheme.categories.map(() => noise(81) - 40);
    for (const member of members) {
      const isOutlier = member === outlier.member && dossier === outlier.dossier;
      const base = isOutlier ? outlier.quality : (quality[dossier] ?? 700) + (strictness[member] ?? 0);
      const scores = scheme.items.map((item) =>
        halfPoints(item.cap, base + (lean[item.category] ?? 0) + noise(121) - 60),
      );
      if (!isRecused(member, dossier)) sheets.set(sheetKey(member, dossier), scores);
    }
  }
  return sheets;
}

function total(sheets: HalfPointSheets, dossier: number): number {
  return members.reduce((whole, member) => {
    const own = sheets.get(sheetKey(member, dossier)) ?? [];
    return whole + own.reduce((left, right) => left + right, 0);
  }, 0);
}

/** Moves single half points of the seventh dossier, member by member, until both totals are equal. */
function makeTie(sheets: HalfPointSheets, scheme: CompiledScheme): void {
  for (let round = 0; total(sheets, tie.kept) !== total(sheets, tie.moved); round += 1) {
    const step = total(sheets, tie.kept) > total(sheets, tie.moved) ? 1 : -1;
    const scores = sheets.get(sheetKey(members[round % members.length] ?? '', tie.moved)) ?? [];
    const place = (round * 5) % scheme.items.length;
    const moved = (scores[place] ?? 0) + step;
    const cap = Math.floor((scheme.items[place]?.cap ?? 0) / 50);
    if (moved >= 1 && moved <= cap) scores[place] = moved;
  }
}

/** Every sheet of the sample: members in order, dossiers in order, without the recused pairs. */
export function scoreSample(scheme: CompiledScheme): readonly SampleSheet[] {
  const sheets = scoreAll(scheme);
  makeTie(sheets, scheme);
  return members.flatMap((member) =>
    enterprises.flatMap(({ code }, dossier) => {
      const halves = sheets.get(sheetKey(member, dossier));
      if (!halves) return [];
      const scores = Object.fromEntries(scheme.items.map(({ id }, index) => [id, text(halves[index] ?? 0)]));
      const isOutlier = member === outlier.member && dossier === outlier.dossier;
      const comments = itemComment(scheme, halves, isOutlier);
      const overall = overallComment(
        halves.reduce((left, right) => left + right, 0),
        isOutlier,
      );
      return [{ member, dossier: code, content: { scores, comments, overall, confirmedZeros: [] } }];
    }),
  );
}
