import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import { mayReadRecord } from '../review-access.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { Advance } from './advance.tsx';
import { Facts } from './facts.tsx';
import { RecordTable } from './record-table.tsx';

/** 概览: the facts of the review, the step to the next phase, and the append-only record. */
export function Screen({ reviewId }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const overview = useQuery('review.overview', { reviewId });
  return (
    <Page title={t('tab.overview')}>
      <ProblemNote problem={overview.problem} />
      {overview.value !== undefined && <Facts overview={overview.value} />}
      {overview.value !== undefined && seat?.role === 'secretary' && <Advance overview={overview.value} />}
      {seat !== undefined && mayReadRecord(seat) && <RecordTable reviewId={reviewId} />}
    </Page>
  );
}
