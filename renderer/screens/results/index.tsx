import type { ReactNode } from 'react';
import type { TallyView } from '../../../shared/schema/result.ts';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { PreferencePanel } from './preference.tsx';
import { ResultTable } from './result-table.tsx';

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

/** 启封汇总: the ranking, what the panel still has to decide, and the rules in plain sentences. */
export function Screen({ reviewId }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const tally = useQuery('tally.get', { reviewId }, ['tally', 'reviews']);
  const opinions = useQuery('opinion.list', { reviewId }, ['opinions', 'tally']);
  const scheme = useQuery('scheme.get', { reviewId }, ['scheme']);
  const overview = useQuery('review.overview', { reviewId }, ['reviews']);
  const view = tally.value;
  const phase = overview.value?.phase;
  const mayDecide =
    (seat?.role === 'secretary' || seat?.role === 'recorder') &&
    (phase === 'opened' || phase === 'concluded');
  const names = new Map(scheme.value?.scheme.categories.map(({ id, name }) => [id, name]));
  const conditions = (scheme.value?.scheme.eligibility ?? [])
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
      <ResultTable
        reviewId={reviewId}
        view={view}
        opinions={opinions.value?.opinions ?? []}
        categoryName={(id) => names.get(id) ?? ''}
        mayDecide={mayDecide}
      />
      <Rules view={view} />
    </Page>
  );
}
