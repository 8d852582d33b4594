import { AppError } from '../../../shared/api/problem.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { Environment } from '../../api/environment.ts';

/** The shipped schemes in the order in which they are offered. */
export const presets = ['taiyuan', 'trimmed', 'weighted'] as const;

/** @throws AppError `not-found` for a name that isn't shipped */
export function presetScheme(environment: Environment, name: string): Scheme {
  const preset = presets.find((known) => known === name);
  if (preset === undefined) throw new AppError('not-found', { what: 'preset' });
  return JSON.parse(
    Buffer.from(environment.readResource(`schemes/${preset}.json`)).toString('utf8'),
  ) as Scheme;
}
