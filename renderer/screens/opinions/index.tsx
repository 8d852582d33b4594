import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { Dissents } from './dissents.tsx';
import { OpinionForm, OpinionText } from './opinion-form.tsx';
import { OpinionList } from './opinion-list.tsx';
import { firstOpen, lacksText, needsOpinion, neighbour, orderOpinions, progressOf } from './order.ts';

/** 评审意见: the enterprises on the left, conclusion and opinion of one on the right, dissents below. */
export function Screen({ reviewId, item }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const list = useQuery('opinion.list', { reviewId }, ['opinions', 'tally']);
  const overview = useQuery('review.overview', { reviewId }, ['reviews']);
  const [chosen, setChosen] = useState<string | undefined>(item);
  if (list.value === undefined || overview.value === undefined) {
    return (
      <Page title={t('tab.opinions')}>
        {list.loading && <p className="soft">{t('frame.loading')}</p>}
        <ProblemNote problem={list.problem ?? overview.problem} />
      </Page>
    );
  }
  const opinions = orderOpinions(list.value.opinions);
  const present = opinions.find(({ dossierId }) => dossierId === chosen) ?? firstOpen(opinions);
  // Kept from the first drawing on: a conclusion just given must not lead away.
  if (chosen === undefined && present !== undefined) setChosen(present.dossierId);
  const { phase } = overview.value;
  const writes = seat?.role === 'secretary' || seat?.role === 'recorder';
  const mayWrite = writes && phase === 'opened' && present !== undefined && needsOpinion(present);
  const mayDissent = seat?.role === 'member' && (phase === 'opened' || phase === 'concluded');
  const wayTo = (step: 1 | -1): (() => void) | undefined => {
    const to = present === undefined ? undefined : neighbour(opinions, present.dossierId, step);
    return to === undefined ? undefined : () => setChosen(to.dossierId);
  };
  const why = t(phase === 'opened' ? 'opinions.readOnlyRole' : 'opinions.readOnlyConcluded');
  const progress = progressOf(opinions);
  const silent = opinions.filter((opinion) => needsOpinion(opinion) && lacksText(opinion)).length;
  const note = t('opinions.progress', { done: progress.done, of: progress.of });
  return (
    <Page
      title={t('tab.opinions')}
      note={silent === 0 ? note : note + t('opinions.noTextCount', { count: silent })}
    >
      <ProblemNote problem={list.problem} />
      <div className="opinion-columns">
        <OpinionList opinions={opinions} chosen={present?.dossierId} onChoose={setChosen} />
        <div className="stack">
          {present !== undefined && mayWrite && (
            <OpinionForm
              key={present.dossierId}
              reviewId={reviewId}
              opinion={present}
              onPrevious={wayTo(-1)}
              onNext={wayTo(1)}
            />
          )}
          {present !== undefined && !mayWrite && <OpinionText opinion={present} why={why} />}
          <Dissents
            reviewId={reviewId}
            dissents={list.value.dissents}
            ownSeatId={mayDissent ? seat.seatId : null}
          />
        </div>
      </div>
    </Page>
  );
}
