import type { Call } from '../../shared/api/reply.ts';

/** A call from plain values that came over a border, or undefined when name or task isn't a text. */
export function callFrom(session: string, name: unknown, input: unknown, task: unknown): Call | undefined {
  if (typeof name !== 'string') return undefined;
  if (task === undefined || task === null) return { session, name, input };
  return typeof task === 'string' ? { session, name, input, task } : undefined;
}
