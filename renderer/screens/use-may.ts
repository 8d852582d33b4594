import { isAllowed, permissions } from '../../shared/domain/permission.ts';
import type { Phase } from '../../shared/domain/phase.ts';
import { useQuery } from '../api/use-query.ts';
import { useSeat } from '../stores/session.ts';

export type GuardedMethod = keyof typeof permissions;

/** Whether the unlocked seat may call a method now; the same table as the backend's, which decides. */
export function useMay(reviewId: string): (name: GuardedMethod) => boolean {
  const seat = useSeat(reviewId);
  const overview = useQuery('review.overview', seat === undefined ? null : { reviewId });
  const phase = overview.value?.phase;
  return (name) => {
    if (seat === undefined || phase === undefined) return false;
    const allowedPhases: readonly Phase[] = permissions[name].phases;
    return allowedPhases.includes(phase) && isAllowed(permissions[name], true, seat);
  };
}
