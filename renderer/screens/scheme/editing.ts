import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { Text } from '../../../shared/text/index.ts';
import { problemAt } from './check-scheme.ts';
import type { PlacedProblem, SumLine } from './check-scheme.ts';

/** What every part of the editor receives. */
export interface Editing {
  readonly scheme: Scheme;
  readonly problems: readonly PlacedProblem[];
  readonly edit: (change: (scheme: Scheme) => Scheme) => void;
}

/** The sentence below the field of a path, where something is wrong with it. */
export function wrongAt(t: Text, { problems }: Editing, path: string): string | undefined {
  const problem = problemAt(problems, path);
  return problem === undefined ? undefined : t.of(problem.reason, problem.values);
}

/** "合计 98 / 100，还差 2" */
export function sumWords(t: Text, line: SumLine): string {
  return t(`scheme.sum-${line.state}`, { ...line });
}

const settingNames = {
  name: 'scheme.name',
  cap: 'scheme.cap',
  weight: 'scheme.weight',
  step: 'scheme.step',
  bands: 'scheme.bands',
  total: 'scheme.total',
  title: 'scheme.title',
  deviation: 'scheme.deviation',
  tally: 'scheme.rules',
  eligibility: 'scheme.conditions',
  selection: 'scheme.selectionRules',
  correctionReasons: 'scheme.correctionReasons',
} as const;

/** A dotted path of the scheme as people name the place: 车源整合能力 › 采购渠道 › 满分. */
export function placeWords(t: Text, scheme: Scheme, path: string): string {
  const [head = '', index, kind, place, ...rest] = path.split('.');
  const named = (key: string | undefined): string[] => {
    const known = Object.entries(settingNames).find(([name]) => name === key)?.[1];
    return known === undefined ? [] : [t(known)];
  };
  if (head !== 'categories') return named(head).join('');
  const category = scheme.categories[Number(index)];
  const first = category?.name || t('scheme.categoryNumber', { number: Number(index) + 1 });
  if (kind !== 'items') return [first, ...named(kind)].join(' › ');
  if (place === undefined) return first;
  const item = category?.items?.[Number(place)];
  const second = item?.name || t('scheme.itemNumber', { number: Number(place) + 1 });
  return [first, second, ...named(rest[0])].join(' › ');
}

/** Puts the cursor into the field of a path, or into the nearest part around it; opens what is folded. */
export function goToPlace(path: string): void {
  const parts = path.split('.');
  while (parts.length > 0) {
    const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(parts.join('.'))}"]`);
    if (place !== null) {
      for (let folded = place.closest('details'); folded !== null;) {
        folded.open = true;
        folded = folded.parentElement?.closest('details') ?? null;
      }
      place.scrollIntoView({ block: 'center' });
      place.focus({ preventScroll: true });
      return;
    }
    parts.pop();
  }
}
