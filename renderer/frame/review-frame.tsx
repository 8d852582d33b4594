import type { ReactNode, RefObject } from 'react';
import { useQuery } from '../api/use-query.ts';
import { Button } from '../components/button.tsx';
import { Chip, EmptyState, Page } from '../components/page.tsx';
import { ProblemNote } from '../components/problem-note.tsx';
import { landingPage, pagesHere } from '../screens/review-access.ts';
import { reviewScreens } from '../screens/routes.tsx';
import { useText } from '../stores/language.ts';
import { go, goReview, homeRoute } from '../stores/router.ts';
import type { ReviewPage, Route } from '../stores/router.ts';
import { useSeat, useSession } from '../stores/session.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NextStrip } from './next-strip.tsx';
import { PhaseRail } from './phase-rail.tsx';
import { WhoIsHere } from './top-bar.tsx';

type ReviewRoute = Extract<Route, { readonly page: 'review' }>;

/** The top bar of pages that belong to no review. */
export function PlainBar(): ReactNode {
  return (
    <header className="top">
      <div className="line">
        <span className="name" />
        <WhoIsHere reviewId={null} />
      </div>
    </header>
  );
}

function Tabs(props: {
  readonly reviewId: string;
  readonly pages: readonly ReviewPage[];
  readonly present: ReviewPage;
}): ReactNode {
  const t = useText();
  return (
    <nav className="tabs" aria-label={t('tab.label')}>
      {props.pages.map((page) => (
        <button
          key={page}
          type="button"
          aria-current={page === props.present ? 'page' : undefined}
          onClick={() => goReview(props.reviewId, page)}
        >
          {t(`tab.${page}`)}
        </button>
      ))}
    </nav>
  );
}

function NoSeat(): ReactNode {
  const t = useText();
  const session = useSession();
  return (
    <Page title={t('frame.noSeatTitle')}>
      <EmptyState sentence={t('frame.noSeatText', { name: session?.name ?? '' })}>
        <Button kind="primary" onClick={() => go(homeRoute)}>
          {t('frame.crashBack')}
        </Button>
      </EmptyState>
    </Page>
  );
}

export interface ReviewFrameProps {
  readonly route: ReviewRoute;
  readonly mainRef: RefObject<HTMLElement | null>;
}

/** Top bar, tabs, 下一步 and the page of one review. A page that the seat doesn't have gives its landing page. */
export function ReviewFrame({ route, mainRef }: ReviewFrameProps): ReactNode {
  const t = useText();
  const { reviewId, item } = route;
  const seat = useSeat(reviewId);
  const overview = useQuery('review.overview', seat === undefined ? null : { reviewId });
  const review = overview.value;
  const pages = seat === undefined || review === undefined ? [] : pagesHere(seat, review);
  const page = seat === undefined || pages.includes(route.tab) ? route.tab : landingPage(seat);
  const { Screen } = reviewScreens[page];
  return (
    <>
      <header className="top">
        <div className="line">
          <span className="name">{review?.title ?? ''}</span>
          {review?.sample === true && <Chip kind="warn">{t('frame.sample')}</Chip>}
          <WhoIsHere reviewId={reviewId} />
        </div>
        {review !== undefined && (
          <PhaseRail phase={review.phase} skipped={review.skipped} advances={review.advances} />
        )}
        {pages.length > 0 && <Tabs reviewId={reviewId} pages={pages} present={page} />}
      </header>
      {review !== undefined && <NextStrip overview={review} page={page} />}
      <main id="main" className="main" ref={mainRef} tabIndex={-1}>
        {overview.problem !== undefined && <ProblemNote problem={overview.problem} />}
        {seat === undefined && <NoSeat />}
        {pages.length > 0 && (
          <ErrorBoundary resetKey={JSON.stringify(route)}>
            <Screen key={page} reviewId={reviewId} item={item} />
          </ErrorBoundary>
        )}
      </main>
    </>
  );
}
