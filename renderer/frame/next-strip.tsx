import type { ReactNode } from 'react';
import type { ReviewOverview } from '../../shared/schema/review.ts';
import { useTask } from '../api/use-task.ts';
import { Button } from '../components/button.tsx';
import { advanceWords } from '../screens/overview/advance-words.ts';
import { useAdvance } from '../screens/overview/use-advance.ts';
import { isOwnStep, pageOfStep, pagesHere } from '../screens/review-access.ts';
import { useText } from '../stores/language.ts';
import { goReview } from '../stores/router.ts';
import type { ReviewPage } from '../stores/router.ts';
import { useSeat } from '../stores/session.ts';
import { handOverFrom } from './top-bar.tsx';

/** The sample's shortcut for the impatient. Real data never has this button. */
function FinishSample({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const finish = useTask('sample.completeScoring');
  return (
    <>
      {finish.problem !== undefined && <span className="bad">{t.problem(finish.problem)[0]}</span>}
      <Button pending={finish.running} onClick={() => void finish.start({ reviewId })}>
        {finish.running
          ? t('word.progress', { percent: Math.floor(finish.fraction * 100) })
          : t('frame.sampleFinish')}
      </Button>
    </>
  );
}

/** The step itself, where it is nothing but going on to the next phase. */
function GoOn({ overview }: { readonly overview: ReviewOverview }): ReactNode {
  const t = useText();
  const { go, command } = useAdvance(overview.reviewId);
  const open = overview.advances.filter(({ needs }) => needs.length === 0);
  return (
    <>
      {command.problem !== undefined && <span className="bad">{t.problem(command.problem)[0]}</span>}
      {open.map(({ to }, index) => (
        <Button
          key={to}
          kind={index === 0 ? 'primary' : 'plain'}
          pending={command.pending}
          onClick={() => void go(to)}
        >
          {advanceWords(t, to)}
        </Button>
      ))}
    </>
  );
}

export interface NextStripProps {
  readonly overview: ReviewOverview;
  readonly page: ReviewPage;
}

/** 下一步: one sentence and one button, always at the same place. */
export function NextStrip({ overview, page }: NextStripProps): ReactNode {
  const t = useText();
  const seat = useSeat(overview.reviewId);
  const { next, sample, phase } = overview;
  const target = pageOfStep(next.screen);
  const reachable =
    target !== null && target !== page && seat !== undefined && pagesHere(seat, overview).includes(target);
  const own = seat !== undefined && isOwnStep(seat, next);
  // To members and the supervisor somebody else's step is information; there is nothing they could do there.
  const helps = own || seat?.role === 'secretary' || seat?.role === 'recorder';
  const scoringOpen = phase === 'scoring' && next.key !== 'next.close';
  const goesOn = next.key.startsWith('next.advance-') && seat?.role === 'secretary';
  return (
    <div className="next" role="region" aria-label={t('frame.next')}>
      <span className="title">{t('frame.next')}</span>
      <span className="sentence">
        {t.of(next.key, next.values, t('frame.nextNothing'))}
        {!own && next.who !== 'nobody' && (
          <span className="soft"> {t('frame.nextBy', { who: t(`role.${next.who}`) })}</span>
        )}
      </span>
      {sample && scoringOpen && seat?.role === 'secretary' && <FinishSample reviewId={overview.reviewId} />}
      {goesOn && <GoOn overview={overview} />}
      {!own && (next.who === 'member' || next.who === 'chair' || next.who === 'signer') && (
        <Button title={t('frame.handOverHint')} onClick={() => void handOverFrom(overview.reviewId)}>
          {t('frame.handOver')}
        </Button>
      )}
      {reachable && helps && !goesOn && (
        <Button kind={own ? 'primary' : 'plain'} onClick={() => goReview(overview.reviewId, target)}>
          {t('frame.nextGo')}
        </Button>
      )}
    </div>
  );
}
