import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { OpeningRequest } from './opening-request.tsx';

/** On a member's own laptop or seat: how it stands with the office, and a request to open. Nothing elsewhere. */
export function MemberStrip({ reviewId }: { readonly reviewId: string }): ReactNode {
  const state = useQuery('member.state', { reviewId }, ['desk', 'exchange', 'reviews']);
  const value = state.value ?? null;
  if (value === null) return null;
  return (
    <div className="member-strip stack-tight">
      <DeliveryLine state={value} />
      {value.request !== null && <OpeningRequest reviewId={reviewId} request={value.request} />}
    </div>
  );
}
