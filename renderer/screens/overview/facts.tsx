import type { ReactNode } from 'react';
import type { ReviewOverview } from '../../../shared/schema/review.ts';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';

const digests = ['schemeHash', 'rosterHash', 'authority', 'resultHash'] as const;

/** The check values read aloud at the meeting: folded away, since they say nothing to who doesn't compare them. */
function CheckValues({ overview }: { readonly overview: ReviewOverview }): ReactNode {
  const t = useText();
  return (
    <details className="check-values">
      <summary>{t('overview.checkValues')}</summary>
      <dl className="facts">
        {digests.map((digest) => (
          <div key={digest}>
            <dt>{t(`overview.${digest}`)}</dt>
            <dd>
              {overview[digest] === null ? (
                <Chip>{t('overview.notYet')}</Chip>
              ) : (
                <code>{overview[digest]}</code>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What the review is and how much there is. */
export function Facts({ overview }: { readonly overview: ReviewOverview }): ReactNode {
  const t = useText();
  const { counts } = overview;
  return (
    <div className="panel stack">
      <dl className="facts">
        <dt>{t('overview.organiser')}</dt>
        <dd>{overview.organiser}</dd>
        <dt>{t('overview.counts')}</dt>
        <dd>
          {t('overview.countsText', {
            dossiers: counts.dossiers,
            eligible: counts.eligible,
            members: counts.members,
            received: counts.sheetsReceived,
            expected: counts.sheetsExpected,
          })}
        </dd>
      </dl>
      <CheckValues overview={overview} />
    </div>
  );
}
