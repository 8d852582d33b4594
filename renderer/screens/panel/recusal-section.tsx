import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Recusal } from '../../../shared/schema/people.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Chip, EmptyState } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { RecusalDialog } from './recusal-dialog.tsx';
import type { SectionProps } from './section-props.ts';

/** 回避: who doesn't score whom and why; the secretary adds what was declared on paper or late. */
export function RecusalSection({ reviewId, view, may }: SectionProps): ReactNode {
  const t = useText();
  const recusals = useQuery('recusal.list', { reviewId }, ['panel', 'dossiers']);
  const dossiers = useQuery('dossier.list', { reviewId }, ['dossiers']);
  const [adding, setAdding] = useState(false);
  const seatName = (seatId: string): string => view.seats.find((seat) => seat.seatId === seatId)?.name ?? '—';
  const dossierName = (dossierId: string): string => {
    const dossier = dossiers.value?.find((each) => each.dossierId === dossierId);
    return dossier === undefined ? '—' : `${dossier.number}. ${dossier.name}`;
  };
  const columns: readonly Column<Recusal>[] = [
    {
      key: 'member',
      title: t('panel.recusalMember'),
      heading: true,
      narrow: true,
      cell: (recusal) => seatName(recusal.seatId),
    },
    {
      key: 'dossier',
      title: t('panel.recusalDossier'),
      cell: (recusal) => dossierName(recusal.dossierId),
    },
    { key: 'reason', title: t('panel.recusalReason'), cell: (recusal) => recusal.reason },
    {
      key: 'how',
      title: t('panel.recusalHow'),
      narrow: true,
      cell: (recusal) => (
        <Chip kind={recusal.late ? 'warn' : 'plain'}>
          {t(recusal.late ? 'panel.recusalLate' : 'panel.recusalOwn')}
        </Chip>
      ),
    },
    {
      key: 'when',
      title: t('panel.recusalWhen'),
      narrow: true,
      cell: (recusal) => <WhenText timeMs={recusal.atMs} />,
    },
  ];
  const add = may('recusal.record') && (
    <div>
      <Button kind="primary" onClick={() => setAdding(true)}>
        {t('panel.recusalAdd')}
      </Button>
    </div>
  );
  return (
    <>
      {add}
      <ProblemNote problem={recusals.problem ?? dossiers.problem} />
      {recusals.value?.length === 0 && <EmptyState sentence={t('panel.recusalsEmpty')} />}
      {recusals.value !== undefined && recusals.value.length > 0 && (
        <DataTable
          label={t('panel.recusals')}
          columns={columns}
          rows={recusals.value}
          rowKey={({ seatId, dossierId }) => `${seatId} ${dossierId}`}
        />
      )}
      {adding && (
        <RecusalDialog
          reviewId={reviewId}
          view={view}
          recusals={recusals.value ?? []}
          dossiers={dossiers.value ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
