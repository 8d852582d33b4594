/**
 * 随机抽取: experts drawn from a pool by field. `resources/spec/draw.md` is the text of the algorithm for
 * somebody who repeats the draw with another program; this file follows it step by step.
 */
import { compareIds } from './bytes-order.ts';

export const DRAW_ALGORITHM = 'paneldesk-draw-1';
const MOST_SEED_CHARACTERS = 200;

/** SHA-256 of the text's UTF-8 bytes in lower-case hexadecimal; given by the caller, since `shared` has none. */
export type Digest = (text: string) => string;

export interface PoolCandidate {
  readonly id: string;
  /** One field (专业) each; compared character by character. */
  readonly field: string;
}

export interface FieldQuota {
  readonly field: string;
  readonly quota: number;
}

export interface DrawInput {
  readonly seed: string;
  readonly pool: readonly PoolCandidate[];
  readonly quotas: readonly FieldQuota[];
  /** Ids that may not be drawn, e.g. for a conflict of interest. Each must stand in the pool. */
  readonly excluded: readonly string[];
}

export type DrawReason =
  | 'draw-seed-empty'
  | 'draw-seed-long'
  | 'draw-control-character'
  | 'draw-id-empty'
  | 'draw-id-repeated'
  | 'draw-field-empty'
  | 'draw-no-quota'
  | 'draw-quota'
  | 'draw-field-repeated'
  | 'draw-field-unknown'
  | 'draw-too-few'
  | 'draw-excluded-unknown'
  | 'draw-excluded-repeated';

export interface DrawProblem {
  /** Dotted path into the input: `seed`, `pool.3.id`, `quotas.0`, `excluded.2`. */
  readonly path: string;
  readonly reason: DrawReason;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Drawn {
  readonly id: string;
  readonly digest: string;
}

export interface FieldDraw {
  readonly field: string;
  readonly quota: number;
  readonly drawn: readonly Drawn[];
  /** Who follows when somebody can't come, in this order. */
  readonly substitutes: readonly Drawn[];
  /** Ids of this field that were left out beforehand, by id. */
  readonly excluded: readonly string[];
}

/** JSON-safe record of a draw; fields by their UTF-8 bytes. */
export interface DrawResult {
  readonly algorithm: typeof DRAW_ALGORITHM;
  readonly seed: string;
  readonly fields: readonly FieldDraw[];
}

export type DrawOutcome =
  | { readonly ok: true; readonly draw: DrawResult }
  | { readonly ok: false; readonly problems: readonly DrawProblem[] };

/** Draws, or says everything that is wrong at once. Pure: the same input always gives the same draw. */
export function draw(input: DrawInput, digest: Digest): DrawOutcome {
  const problems = drawProblems(input);
  if (problems.length > 0) return { ok: false, problems };
  const excluded = new Set(input.excluded);
  const fields = input.quotas
    .toSorted((left, right) => compareIds(left.field, right.field))
    .map(({ field, quota }): FieldDraw => {
      const candidates = input.pool.filter((candidate) => candidate.field === field);
      const order = candidates
        .filter(({ id }) => !excluded.has(id))
        .map(({ id }) => ({ id, digest: digest(drawText(input.seed, field, id)) }))
        .sort((left, right) => compareIds(left.digest, right.digest) || compareIds(left.id, right.id));
      const out = candidates.filter(({ id }) => excluded.has(id)).map(({ id }) => id);
      return {
        field,
        quota,
        drawn: order.slice(0, quota),
        substitutes: order.slice(quota),
        excluded: out.sort(compareIds),
      };
    });
  return { ok: true, draw: { algorithm: DRAW_ALGORITHM, seed: input.seed, fields } };
}

/** What is digested: four lines. No part may hold a line break, so different parts never give the same text. */
export function drawText(seed: string, field: string, id: string): string {
  return [DRAW_ALGORITHM, seed, field, id].join('\n');
}

/** Every defect, in the order seed, pool, exclusions, quotas. */
export function drawProblems(input: DrawInput): readonly DrawProblem[] {
  const problems: DrawProblem[] = [];
  const note = (path: string, reason: DrawReason, values: DrawProblem['values'] = {}) => {
    problems.push({ path, reason, values });
  };
  const noteControl = (path: string, text: string) => {
    if (/[\p{Cc}\u2028\u2029]/u.test(text) || !text.isWellFormed()) note(path, 'draw-control-character');
  };
  if (input.seed === '') note('seed', 'draw-seed-empty');
  if ([...input.seed].length > MOST_SEED_CHARACTERS)
    note('seed', 'draw-seed-long', { most: MOST_SEED_CHARACTERS });
  noteControl('seed', input.seed);
  const ids = new Set<string>();
  for (const [index, { id, field }] of input.pool.entries()) {
    if (id === '') note(`pool.${index}.id`, 'draw-id-empty');
    else if (ids.has(id)) note(`pool.${index}.id`, 'draw-id-repeated', { id });
    if (field === '') note(`pool.${index}.field`, 'draw-field-empty', { id });
    noteControl(`pool.${index}.id`, id);
    noteControl(`pool.${index}.field`, field);
    ids.add(id);
  }
  const excluded = new Set<string>();
  for (const [index, id] of input.excluded.entries()) {
    // A misspelt conflict would let the person in, so it isn't passed over.
    if (!ids.has(id)) note(`excluded.${index}`, 'draw-excluded-unknown', { id });
    if (excluded.has(id)) note(`excluded.${index}`, 'draw-excluded-repeated', { id });
    excluded.add(id);
  }
  noteQuotas(input, excluded, note);
  return problems;
}

function noteQuotas(
  { quotas, pool }: DrawInput,
  excluded: ReadonlySet<string>,
  note: (path: string, reason: DrawReason, values?: DrawProblem['values']) => void,
): void {
  if (quotas.length === 0) note('quotas', 'draw-no-quota');
  const seen = new Set<string>();
  for (const [index, { field, quota }] of quotas.entries()) {
    const path = `quotas.${index}`;
    const own = pool.filter((candidate) => candidate.field === field);
    const available = own.filter(({ id }) => !excluded.has(id)).length;
    if (seen.has(field)) note(path, 'draw-field-repeated', { field });
    seen.add(field);
    if (!Number.isSafeInteger(quota) || quota < 1) note(path, 'draw-quota', { field });
    if (own.length === 0) note(path, 'draw-field-unknown', { field });
    else if (available < quota) note(path, 'draw-too-few', { field, quota, available });
  }
}
