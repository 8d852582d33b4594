import { phases, skippedPhases } from '../../../shared/domain/phase.ts';
import type { Phase, PhaseStep } from '../../../shared/domain/phase.ts';
import type { ReadDb } from '../../database/access.ts';
import { phaseStepsOf } from '../../database/record.ts';
import { isReplica } from '../../database/replicas.ts';
import type { ReviewRow } from '../../database/reviews.ts';

const isPhase = (text: unknown): text is Phase => phases.some((phase) => phase === text);

function stepsOf(db: ReadDb, reviewId: string): PhaseStep[] {
  return phaseStepsOf(db, reviewId).flatMap(({ from, to }) =>
    isPhase(from) && isPhase(to) ? [{ from, to }] : [],
  );
}

/** The phases that the review passed over, e.g. the visit (实地考察). */
export function skippedOf(db: ReadDb, reviewId: string): Phase[] {
  return [...skippedPhases(stepsOf(db, reviewId))];
}

/** False for a sample that is being made, or whose making was broken off: nobody can work in it. */
export function isPrepared(db: ReadDb, review: Pick<ReviewRow, 'id' | 'sample'>): boolean {
  if (review.sample === 0 || isReplica(db, review.id)) return true;
  return stepsOf(db, review.id).some(({ to }) => to === 'scoring');
}
