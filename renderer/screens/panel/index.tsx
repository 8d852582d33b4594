import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { useMay } from '../use-may.ts';
import { EnrolSection } from './enrol-section.tsx';
import { MeetingSection } from './meeting-section.tsx';
import { MemberSection } from './member-section.tsx';
import { RecusalSection } from './recusal-section.tsx';

const sections = ['members', 'meetings', 'recusals', 'laptops'] as const;
type Section = (typeof sections)[number];

/** 评审组: seats, meetings and recusals, one part at a time. */
export function Screen({ reviewId, item }: ReviewScreenProps): ReactNode {
  const t = useText();
  const may = useMay(reviewId);
  const panel = useQuery('panel.get', { reviewId }, [
    'panel',
    'people',
    'scheme',
    'reviews',
    'session',
    'desk',
  ]);
  const section: Section = sections.find((each) => each === item) ?? 'members';
  const view = panel.value;
  const members = view?.seats.filter(({ role }) => role === 'member').length ?? 0;
  return (
    <Page
      title={t('panel.title')}
      note={view === undefined ? undefined : t('panel.count', { members, minimum: view.minimum })}
      actions={
        <nav className="sections row" aria-label={t('panel.sections')}>
          {sections
            .filter((each) => each !== 'laptops' || may('enrol.list'))
            .map((each) => (
              <button
                key={each}
                type="button"
                aria-current={each === section ? 'page' : undefined}
                onClick={() => goReview(reviewId, 'panel', each)}
              >
                {t(`panel.section-${each}`)}
              </button>
            ))}
        </nav>
      }
    >
      <ProblemNote problem={panel.problem} />
      {panel.loading && <p className="soft">{t('frame.loading')}</p>}
      {view !== undefined && section === 'members' && (
        <MemberSection reviewId={reviewId} view={view} may={may} />
      )}
      {view !== undefined && section === 'meetings' && (
        <MeetingSection reviewId={reviewId} view={view} may={may} />
      )}
      {view !== undefined && section === 'laptops' && may('enrol.list') && (
        <EnrolSection reviewId={reviewId} view={view} may={may} />
      )}
      {view !== undefined && section === 'recusals' && (
        <RecusalSection reviewId={reviewId} view={view} may={may} />
      )}
    </Page>
  );
}
