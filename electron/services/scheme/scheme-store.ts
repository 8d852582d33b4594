import { requireScheme } from '../../../shared/domain/compile-scheme.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import { freezingOf, frozen, reviewById } from '../../database/reviews.ts';
import type { ReadDb } from '../../database/access.ts';

/** The scheme in force: the frozen bytes, or the draft before the freezing. */
export function schemeOf(db: ReadDb, reviewId: string): Scheme {
  const freezing = freezingOf(db, reviewId);
  const text =
    freezing === undefined ? reviewById(db, reviewId).scheme : Buffer.from(freezing.scheme).toString('utf8');
  return JSON.parse(text) as Scheme;
}

/**
 * The frozen scheme, compiled. Recomputing an old review uses its own scheme.
 * @throws AppError `not-ready` before the freezing
 */
export function frozenScheme(db: ReadDb, reviewId: string): CompiledScheme {
  return requireScheme(JSON.parse(Buffer.from(frozen(db, reviewId).scheme).toString('utf8')) as Scheme);
}
