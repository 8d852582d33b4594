import type { DrawView } from '../../../shared/schema/draw.ts';
import type { Person } from '../../../shared/schema/people.ts';

/** Industry experts with a field, who could be drawn. */
export function drawable(people: readonly Person[]): readonly Person[] {
  return people.filter(({ kind, field, retired }) => kind === 'expert' && field !== '' && !retired);
}

export interface FieldCount {
  readonly field: string;
  readonly available: number;
}

/** How many of each field can be drawn, without the excluded. */
export function fieldCounts(people: readonly Person[], excluded: ReadonlySet<string>): readonly FieldCount[] {
  const groups = Map.groupBy(people, ({ field }) => field);
  return [...groups].map(([field, own]) => ({
    field,
    available: own.filter(({ personId }) => !excluded.has(personId)).length,
  }));
}

/** A cell of a CSV table. */
function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The pool as `panel draw` reads it. */
export function poolTable({ pool }: Pick<DrawView, 'pool'>): string {
  return ['id,field', ...pool.map(({ id, field }) => `${cell(id)},${cell(field)}`)].join('\n');
}

/** The excluded as `panel draw` reads them; null without any. */
export function excludedTable({ fields }: Pick<DrawView, 'fields'>): string | null {
  const ids = fields.flatMap(({ excluded }) => excluded.map(({ personId }) => cell(personId)));
  return ids.length === 0 ? null : ['id', ...ids].join('\n');
}

/** The command that repeats a draw. */
export function drawCommand({ seed, fields }: Pick<DrawView, 'seed' | 'fields'>): string {
  const quotas = fields.map(({ field, quota }) => `${field}:${quota}`).join(',');
  const exclude = fields.some(({ excluded }) => excluded.length > 0) ? ' --exclude exclude.csv' : '';
  return `npm run -s panel -- draw --pool pool.csv${exclude} --quotas "${quotas}" --seed "${seed}"`;
}
