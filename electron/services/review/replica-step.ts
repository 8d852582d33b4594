import type { NextStep } from '../../../shared/schema/review.ts';
import { isAtLeast } from '../../../shared/domain/phase.ts';
import type { QueryContext } from '../../api/context.ts';
import { openingRequestsOf } from '../../database/opening-requests.ts';
import type { ReplicaRow } from '../../database/replicas.ts';
import type { ReviewRow } from '../../database/reviews.ts';
import { membersOf, seatById } from '../../database/seats.ts';
import { latestBlobs } from '../../database/sheets.ts';
import { deliveriesOf } from '../member/member-state.ts';
import { pairsOf } from '../sheets/pairs.ts';

function step(
  key: string,
  screen: NextStep['screen'],
  values: NextStep['values'] = {},
  who: NextStep['who'] = 'member',
): NextStep {
  return { key: `next.${key}`, who, screen, values };
}

/** On a member's laptop only the own work counts; what the others do isn't known here. */
export function replicaStepOf(context: QueryContext, review: ReviewRow, replica: ReplicaRow): NextStep {
  const { db } = context;
  if (replica.version === 0) return step('replica-package', null, {}, 'nobody');
  const { seat_id: seatId } = replica;
  const open = openingRequestsOf(db, review.id).find((row) => row.answered_ms === null);
  if (open !== undefined) return step('replica-request', 'desk', { count: open.count });
  if (isAtLeast(review.phase, 'opened')) return step('replica-opened', null, {}, 'nobody');
  if (seatById(db, review.id, seatId).declared_ms === null)
    return step('declare', 'recusal', { names: seatById(db, review.id, seatId).name });
  if (!isAtLeast(review.phase, 'scoring')) return step('replica-draft', 'desk');
  const pairs = pairsOf(db, review.id);
  const own = pairs.dossiers.filter(({ id }) => ['missing', 'draft'].includes(pairs.stateOf(seatId, id)));
  if (own.length > 0 && !membersOf(db, review.id).some(({ chair }) => chair === 1))
    return step('replica-chair', 'desk');
  if (own.length > 0) return step('score-own', 'desk', { count: own.length });
  const deliveries = deliveriesOf(context, seatId);
  const sent = latestBlobs(db, review.id).filter((row) => row.seat_id === seatId);
  const waiting = sent.filter((row) => deliveries.get(row.envelope_hash)?.state !== 'received').length;
  if (waiting > 0) return step('replica-receipts', 'desk', { count: waiting });
  return step('replica-done', null, {}, 'nobody');
}
