import type { z } from 'zod';
import type { InputDefect } from './tally-defect.ts';

type Issue = z.core.$ZodIssue;

/** Kinds of value that have an own sentence; zod names a whole number `int`. */
const kinds: Readonly<Record<string, string>> = {
  string: 'json-type-string',
  number: 'json-type-number',
  int: 'json-type-number',
  array: 'json-type-array',
  tuple: 'json-type-array',
  object: 'json-type-object',
};

/** What a strict shape finds wrong with a value read from JSON, in keys of `shared/text`. */
export function shapeDefects(value: unknown, issues: readonly Issue[]): InputDefect[] {
  return issues.flatMap((issue) => issueDefects(value, issue, []));
}

function issueDefects(root: unknown, issue: Issue, above: readonly PropertyKey[]): InputDefect[] {
  const places = [...above, ...issue.path];
  const path = places.join('.');
  const said = (reason: string, values: InputDefect['values'] = {}): InputDefect[] => [
    { path, reason, values },
  ];
  if (valueAt(root, places) === undefined) return said('json-missing');
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path, reason: 'json-unknown-key', values: { key } }));
    case 'invalid_type':
      return said(kinds[issue.expected] ?? 'json-shape', { message: issue.message });
    case 'invalid_value':
      return said('json-choice', { choices: issue.values.map(String).join(' | ') });
    case 'invalid_union':
      return unionDefects(root, issue, places);
    case 'too_big':
      return said(sizeReason(issue.origin, 'most'), { limit: Number(issue.maximum) });
    case 'too_small':
      return said(sizeReason(issue.origin, 'least'), { limit: Number(issue.minimum) });
    case 'invalid_format':
      return said(issue.format === 'date' ? 'json-date' : 'json-shape', { message: issue.message });
    case 'custom':
      return said(issue.message);
    default:
      return said('json-shape', { message: issue.message });
  }
}

/** Follows the form that fits furthest; where none begins to fit, names the forms that there are. */
function unionDefects(
  root: unknown,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  places: readonly PropertyKey[],
): InputDefect[] {
  const begun = issue.errors.find(
    (branch) => !branch.some(({ code, path }) => path.length === 0 && code !== 'unrecognized_keys'),
  );
  if (begun !== undefined) return begun.flatMap((inner) => issueDefects(root, inner, places));
  const choices = issue.errors.flat().flatMap((inner) => {
    if (inner.code === 'invalid_value') return inner.values.map(String);
    return inner.code === 'invalid_type' && inner.expected === 'object' ? ['{…}'] : [];
  });
  const reason = choices.length === 0 ? 'json-shape' : 'json-choice';
  return [
    { path: places.join('.'), reason, values: { choices: choices.join(' | '), message: issue.message } },
  ];
}

function sizeReason(origin: string, end: 'most' | 'least'): string {
  if (origin === 'string') return end === 'most' ? 'json-text-long' : 'json-text-short';
  if (origin === 'array') return end === 'most' ? 'json-list-long' : 'json-list-short';
  return end === 'most' ? 'json-number-great' : 'json-number-small';
}

function valueAt(root: unknown, places: readonly PropertyKey[]): unknown {
  let value = root;
  for (const place of places) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[place];
  }
  return value;
}
