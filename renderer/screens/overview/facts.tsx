import type { ReactNode } from 'react';
import type { ReviewOverview } from '../../../shared/schema/review.ts';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';

function Hash({ value }: { readonly value: string | null }): ReactNode {
  const t = useText();
  return value === null ? <Chip>{t('overview.notYet')}</Chip> : <code>{value}</code>;
}

/** What the review is, how much there is, and the check values read aloud at the meeting. */
export function Facts({ overview }: { readonly overview: ReviewOverview }): ReactNode {
  const t = useText();
  const { counts } = overview;
  return (
    <dl className="panel facts">
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
      <dt>{t('overview.schemeHash')}</dt>
      <dd>
        <Hash value={overview.schemeHash} />
      </dd>
      <dt>{t('overview.rosterHash')}</dt>
      <dd>
        <Hash value={overview.rosterHash} />
      </dd>
      <dt>{t('overview.authority')}</dt>
      <dd>
        <Hash value={overview.authority} />
      </dd>
      <dt>{t('overview.resultHash')}</dt>
      <dd>
        <Hash value={overview.resultHash} />
      </dd>
    </dl>
  );
}
