import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { go } from '../../stores/router.ts';
import { useSession } from '../../stores/session.ts';
import { openReview } from './open-review.ts';
import { ReviewTable } from './review-table.tsx';
import { Welcome } from './welcome.tsx';

/** 工作台: each review as a row; on an empty laptop two large choices. */
export function Screen(): ReactNode {
  const t = useText();
  const session = useSession();
  const reviews = useQuery('review.list', {}, ['reviews', 'session', 'desk', 'panel', 'dossiers']);
  const tiles = useQuery('session.tiles', { reviewId: null }, ['people', 'session']);
  const sample = useTask('review.openSample');
  const openSample = async (): Promise<void> => {
    const reply = await sample.start({});
    if (reply.ok) openReview(reply.value.reviewId, session);
  };
  const startNew = (): void => go({ page: 'new-review' });
  const join = (): void => go({ page: 'join' });
  if (reviews.loading || tiles.loading) return <p className="page soft">{t('frame.loading')}</p>;
  const rows = reviews.value ?? [];
  const empty = rows.length === 0 && (tiles.value ?? []).length === 0;
  // People come into being while the sample is prepared: the two choices stay until it is ready.
  if (empty || (rows.length === 0 && sample.running)) {
    return <Welcome sample={sample} onSample={() => void openSample()} onNew={startNew} onJoin={join} />;
  }
  return (
    <Page
      title={t('home.title')}
      actions={
        <div className="row">
          {session === null && (
            <Button onClick={() => go({ page: 'unlock', reviewId: null, onward: { page: 'home' } })}>
              {t('frame.unlock')}
            </Button>
          )}
          <Button onClick={join}>{t('home.joinTitle')}</Button>
          <Button pending={sample.running} onClick={() => void openSample()}>
            {sample.running ? t('home.openingSample') : t('home.openSample')}
          </Button>
          <Button kind="primary" onClick={startNew}>
            {t('home.newReview')}
          </Button>
        </div>
      }
    >
      <ProblemNote problem={sample.problem ?? (session === null ? undefined : reviews.problem)} />
      <ReviewTable rows={rows} onOpen={(reviewId) => openReview(reviewId, session)} />
    </Page>
  );
}
