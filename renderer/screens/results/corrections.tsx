import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Correction, TallyView } from '../../../shared/schema/result.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { useSeat } from '../../stores/session.ts';
import { ReopenForm } from './reopen-form.tsx';

/** The first value struck, the corrected one beside it. */
function Changes({ correction }: { readonly correction: Correction }): ReactNode {
  const t = useText();
  if (!correction.done) return <span className="soft">—</span>;
  if (correction.items.length === 0) return <span className="soft">{t('law.correctionUnchanged')}</span>;
  return (
    <ul className="plain-lines">
      {correction.items.map(({ itemId, item, before, after }) => (
        <li key={itemId}>
          {t('law.correctionItem', { item })}
          <del>{t('law.correctionFirst', { before })}</del> <ins>{t('law.correctionThen', { after })}</ins>
        </li>
      ))}
    </ul>
  );
}

function CorrectionTable({ corrections }: { readonly corrections: readonly Correction[] }): ReactNode {
  const t = useText();
  return (
    <DataTable
      label={t('law.correctionTitle')}
      rows={corrections}
      rowKey={({ seatId, dossierId, atMs }) => `${seatId} ${dossierId} ${atMs}`}
      columns={[
        {
          key: 'enterprise',
          title: t('law.correctionEnterprise'),
          heading: true,
          cell: ({ name }) => name,
        },
        { key: 'member', title: t('law.correctionMember'), narrow: true, cell: ({ label }) => label },
        {
          key: 'change',
          title: t('law.correctionChange'),
          cell: (correction) => <Changes correction={correction} />,
        },
        {
          key: 'reason',
          title: t('law.correctionReason'),
          cell: ({ reason, note }) => (
            <>
              {reason}
              {note !== '' && <p className="soft small">{note}</p>}
            </>
          ),
        },
        {
          key: 'state',
          title: t('law.correctionState'),
          narrow: true,
          cell: ({ done, atMs }) => (
            <>
              <Chip kind={done ? 'good' : 'warn'}>
                {t(done ? 'law.correctionDone' : 'law.correctionOpen')}
              </Chip>
              <p className="soft small">
                <WhenText timeMs={atMs} />
              </p>
            </>
          ),
        },
      ]}
    />
  );
}

export interface CorrectionSectionProps {
  readonly reviewId: string;
  readonly view: TallyView;
  /** Reasons that the scheme allows. */
  readonly reasons: readonly string[];
  readonly mayReopen: boolean;
  readonly maySubmit: boolean;
}

/** Corrections with their first values; the secretary reopens, the scorer goes to the own reopened sheet. */
export function CorrectionSection(props: CorrectionSectionProps): ReactNode {
  const t = useText();
  const { reviewId, view, mayReopen } = props;
  const seat = useSeat(reviewId);
  const list = useQuery('correction.list', { reviewId }, ['tally', 'desk', 'reviews']);
  const [reopening, setReopening] = useState(false);
  const corrections = list.value ?? [];
  const own = corrections.filter(({ seatId, done }) => seatId === seat?.seatId && !done);
  if (corrections.length === 0 && !mayReopen) return null;
  return (
    <section className="stack-tight" aria-label={t('law.correctionTitle')}>
      <div className="row">
        <h2>{t('law.correctionTitle')}</h2>
        {mayReopen && !reopening && <Button onClick={() => setReopening(true)}>{t('law.reopenOpen')}</Button>}
      </div>
      <ProblemNote problem={list.problem} />
      {props.maySubmit &&
        own.map(({ dossierId, name, reason }) => (
          <div key={dossierId} className="panel warn-panel stack-tight" role="note">
            <strong>{t('law.correctionOwn')}</strong>
            <div className="row">
              <span>{t('law.correctionOwnText', { name, reason })}</span>
              <Button kind="primary" onClick={() => goReview(reviewId, 'results', dossierId)}>
                {t('law.correctOpen')}
              </Button>
            </div>
          </div>
        ))}
      {reopening && (
        <ReopenForm
          reviewId={reviewId}
          view={view}
          reasons={props.reasons}
          onDone={() => setReopening(false)}
        />
      )}
      {corrections.length > 0 && <CorrectionTable corrections={corrections} />}
      {corrections.length === 0 && !reopening && <p className="soft">{t('law.correctionNone')}</p>}
    </section>
  );
}
