import type { Session } from '../../../shared/schema/session.ts';
import { go, goReview, homeRoute } from '../../stores/router.ts';
import { seatIn } from '../../stores/session.ts';
import { landingPage } from '../review-access.ts';

/** Opens a review at the unlocked person's place, or asks who is here. */
export function openReview(reviewId: string, session: Session | null): void {
  const seat = seatIn(session, reviewId);
  if (seat === undefined) go({ page: 'unlock', reviewId, onward: homeRoute });
  else goReview(reviewId, landingPage(seat));
}
