import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { DeliveryLine } from './delivery-line.tsx';
import { flushDesk } from './desk-saving.ts';
import { matrixItem, reviewItem } from './items.ts';
import { OpeningRequest } from './opening-request.tsx';
import { MatrixView } from './matrix-view.tsx';
import { ReviewPage } from './review-page.tsx';
import { BlockedNotes } from './sheet-notes.tsx';
import { SheetView } from './sheet-view.tsx';
import { useDesk } from './use-desk.ts';

/** 评分台: the own sheets one by one, all in a matrix, or side by side before submitting. */
export function Screen(props: ReviewScreenProps): ReactNode {
  const t = useText();
  const { reviewId } = props;
  // On a member's own laptop or seat: how it stands with the office, and a request to open. Null elsewhere.
  const state = useQuery('member.state', { reviewId }, ['desk', 'exchange', 'reviews']).value ?? null;
  const request = state?.request ?? null;
  if (request !== null && request.answeredMs === null) {
    return (
      <Page title={t('member.requestTitle')}>
        <OpeningRequest reviewId={reviewId} request={request} />
      </Page>
    );
  }
  return (
    <div className={state === null ? 'plain-desk' : 'member-desk'}>
      {state !== null && <DeliveryLine reviewId={reviewId} state={state} />}
      <DeskPage {...props} />
    </div>
  );
}

function DeskPage({ reviewId, item }: ReviewScreenProps): ReactNode {
  const t = useText();
  const { open, desk, problem } = useDesk(reviewId);
  // Whatever was typed is saved when another page is opened; the fields themselves are kept besides.
  useEffect(() => () => void flushDesk(), [item]);

  if (desk === undefined || (open === undefined && desk.draftBlockedBy.length === 0)) {
    return problem === undefined ? (
      <p className="page soft">{t('frame.loading')}</p>
    ) : (
      <Page title={t('desk.title')}>
        <ProblemNote problem={problem} />
      </Page>
    );
  }
  if (open === undefined || desk.sheets.length === 0) {
    return (
      <Page title={t('desk.title')}>
        <ProblemNote problem={problem} />
        <BlockedNotes reasons={desk.draftBlockedBy} onRecusal={() => goReview(reviewId, 'recusal')} />
        {desk.draftBlockedBy.length === 0 && <EmptyState sentence={t('desk.empty')} />}
      </Page>
    );
  }
  if (item === reviewItem) return <ReviewPage open={open} />;
  if (item === matrixItem) return <MatrixView open={open} problem={problem} />;
  return <SheetView open={open} item={item} problem={problem} />;
}
