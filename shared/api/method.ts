import type { z } from 'zod';

/**
 * A method of the contract as data. `query` reads, `command` is one synchronous transaction (with an
 * optional slow preparation before it), `task` is long work with progress and cancel.
 */
export type MethodKind = 'query' | 'command' | 'task';

/** Names what a command changes, so that screens know what to read again. */
export const topics = [
  'session',
  'reviews',
  'scheme',
  'dossiers',
  'people',
  'panel',
  'desk',
  'board',
  'tally',
  'opinions',
  'documents',
  'record',
  'exchange',
] as const;
export type Topic = (typeof topics)[number];

export interface Method<
  Kind extends MethodKind = MethodKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  readonly changes: readonly Topic[];
}

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Method<'query', I, O> {
  return { kind: 'query', input, output, changes: [] };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  changes: readonly Topic[],
): Method<'command', I, O> {
  return { kind: 'command', input, output, changes };
}

export function task<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  changes: readonly Topic[] = [],
): Method<'task', I, O> {
  return { kind: 'task', input, output, changes };
}
