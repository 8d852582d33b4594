import type { ReactNode } from 'react';
import type { TallyView } from '../../../shared/schema/result.ts';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { useMay } from '../use-may.ts';
import { CorrectSheet } from './correct-sheet.tsx';
import { CorrectionSection } from './corrections.tsx';
import { DeviationPanel } from './deviations.tsx';
import { PreferencePanel } from './preference.tsx';
import { ResultTable } from './result-table.tsx';
import { SelectionLine } from './selection-line.tsx';
import { VoteList, VotePanel } from './votes.tsx';
import { WhatIfSection } from './what-if.tsx';

function Rules({ view }: { readonly view: TallyView }): ReactNode {
  const t = useText();
  return (
    <section className="stack-tight" aria-label={t('results.rules')}>
      <h2>{t('results.rules')}</h2>
      <ul className="bullets">
        {view.rules.map((rule) => (
          <li key={`${rule.key} ${JSON.stringify(rule.values)}`}>{t.of(rule.key, rule.values)}</li>
        ))}
      </ul>
      <p className="soft small">
        {t('results.openedAt')} <WhenText timeMs={view.openedMs} />
      </p>
      <p className="soft small">
        {t('results.hash')} <code className="digest">{view.resultHash}</code>
      </p>
    </section>
  );
}

/** 启封汇总; with an item, the own reopened sheet of that dossier. */
export function Screen({ reviewId, item }: ReviewScreenProps): ReactNode {
  const seat = useSeat(reviewId);
  const may = useMay(reviewId);
  const wanted = item !== undefined && may('correction.submit');
  const list = useQuery('correction.list', wanted ? { reviewId } : null, ['tally', 'desk']);
  const own = list.value?.find(
    ({ seatId, dossierId, done, paper }) =>
      seatId === seat?.seatId && dossierId === item && !done && paper === null,
  );
  return own === undefined ? (
    <Results reviewId={reviewId} />
  ) : (
    <CorrectSheet reviewId={reviewId} correction={own} />
  );
}

/** The ranking, what the panel still has to decide, and the rules in plain sentences. */
function Results({ reviewId }: Pick<ReviewScreenProps, 'reviewId'>): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const may = useMay(reviewId);
  const tally = useQuery('tally.get', { reviewId }, ['tally', 'reviews']);
  const opinions = useQuery('opinion.list', { reviewId }, ['opinions', 'tally']);
  const scheme = useQuery('scheme.get', { reviewId }, ['scheme']);
  const view = tally.value;
  const mayDecide = may('tally.confirmPreference');
  const rules = scheme.value?.scheme;
  const names = new Map(rules?.categories.map(({ id, name }) => [id, name]));
  const conditions = (rules?.eligibility ?? [])
    .filter(({ effect }) => effect === 'preference')
    .map(({ text }) => text);
  if (view === undefined) {
    return (
      <Page title={t('tab.results')}>
        {tally.loading && <p className="soft">{t('frame.loading')}</p>}
        <ProblemNote problem={tally.problem} />
      </Page>
    );
  }
  const ranked = view.rows.filter(({ rank }) => rank !== null).length;
  const ineligible = view.rows.filter((row) => row.ineligible).length;
  return (
    <Page title={t('tab.results')} note={t('results.count', { ranked, ineligible })}>
      <ProblemNote problem={tally.problem} />
      {view.provisional && (
        <div className="panel warn-panel" role="note">
          <strong>{t('results.provisionalTitle')}</strong>
          <p>{t('results.provisionalText')}</p>
        </div>
      )}
      <PreferencePanel reviewId={reviewId} view={view} conditions={conditions} mayDecide={mayDecide} />
      <VotePanel
        reviewId={reviewId}
        view={view}
        ladderVotes={rules?.tally.ties?.includes('vote') ?? false}
        mayRecord={may('tally.vote')}
      />
      <DeviationPanel
        reviewId={reviewId}
        view={view}
        seatId={seat?.seatId}
        mayExplain={may('tally.explainDeviation')}
      />
      <SelectionLine view={view} />
      <ResultTable
        reviewId={reviewId}
        view={view}
        opinions={opinions.value?.opinions ?? []}
        categoryName={(id) => names.get(id) ?? ''}
        mayDecide={mayDecide}
      />
      <VoteList view={view} />
      <CorrectionSection reviewId={reviewId} view={view} rules={rules} />
      {may('tally.whatIf') && (
        <WhatIfSection reviewId={reviewId} openTie={(view.selection?.openTie.length ?? 0) > 0} />
      )}
      <Rules view={view} />
    </Page>
  );
}
