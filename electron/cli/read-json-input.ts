import type { z } from 'zod';
import { parseStrictJson } from '../../shared/domain/strict-json.ts';
import { shapeDefects } from './shape-defects.ts';
import type { InputDefect } from './tally-defect.ts';

export interface JsonInput<Value> {
  /** Null when even the known keys can't be read; may be set beside defects, so that checking can go on. */
  readonly value: Value | null;
  readonly defects: readonly InputDefect[];
}

/** Reads a JSON text against a strict shape, collecting repeated keys, unknown keys and wrong types together. */
export function readJsonInput<Value>(text: string, shape: z.ZodType<Value>): JsonInput<Value> {
  const json = parseStrictJson(text.replace(/^\uFEFF/u, ''));
  const defects: InputDefect[] = json.problems.map(({ reason, line, column, values }) => ({
    line,
    reason,
    values: { ...values, column },
  }));
  if (json.value === undefined) return { value: null, defects };
  const first = shape.safeParse(json.value);
  if (first.success) return { value: first.data, defects };
  defects.push(...shapeDefects(json.value, first.error.issues));
  // Unknown keys alone don't hide the rest: set them aside and go on checking.
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') removeKeys(json.value, issue.path, issue.keys);
  }
  const second = shape.safeParse(json.value);
  return { value: second.success ? second.data : null, defects };
}

function removeKeys(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  let place: unknown = value;
  for (const step of path) place = isRecord(place) ? place[step] : undefined;
  if (isRecord(place)) for (const key of keys) delete place[key];
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
