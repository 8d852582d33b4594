import type { ReactNode } from 'react';
import type { ReviewRow } from '../../../shared/schema/review.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { WhenText } from '../../components/words.tsx';
import { PhaseRail } from '../../frame/phase-rail.tsx';
import { useText } from '../../stores/language.ts';

export interface ReviewTableProps {
  readonly rows: readonly ReviewRow[];
  readonly onOpen: (reviewId: string) => void;
}

/** One line a review: where it stands, how much there is, and what comes next. */
export function ReviewTable({ rows, onOpen }: ReviewTableProps): ReactNode {
  const t = useText();
  const columns: readonly Column<ReviewRow>[] = [
    {
      key: 'title',
      title: t('home.review'),
      heading: true,
      cell: (row) => (
        <span className="row">
          <button type="button" className="link" onClick={() => onOpen(row.reviewId)}>
            {row.title}
          </button>
          {row.replica && <Chip kind="note">{t('home.replica')}</Chip>}
          {row.sample && <Chip kind="warn">{t('frame.sample')}</Chip>}
        </span>
      ),
    },
    {
      key: 'phase',
      title: t('home.phase'),
      narrow: true,
      cell: (row) => (
        <div className="stack-tight">
          <span className="small">{t(`phase.${row.phase}`)}</span>
          <PhaseRail phase={row.phase} skipped={row.skipped} slim />
        </div>
      ),
    },
    {
      key: 'dossiers',
      title: t('home.dossiers'),
      align: 'number',
      narrow: true,
      cell: (row) => row.counts.dossiers,
    },
    {
      key: 'members',
      title: t('home.members'),
      align: 'number',
      narrow: true,
      cell: (row) => row.counts.members,
    },
    {
      key: 'sheets',
      title: t('home.sheets'),
      align: 'number',
      narrow: true,
      cell: (row) =>
        t('home.sheetsCount', { received: row.counts.sheetsReceived, expected: row.counts.sheetsExpected }),
    },
    {
      key: 'next',
      title: t('home.next'),
      cell: (row) => t.of(row.next.key, row.next.values, t('frame.nextNothing')),
    },
    {
      key: 'updated',
      title: t('home.updated'),
      narrow: true,
      cell: (row) => <WhenText timeMs={row.updatedMs} />,
    },
  ];
  return (
    <DataTable
      label={t('home.reviews')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.reviewId}
      comfortable
    />
  );
}
