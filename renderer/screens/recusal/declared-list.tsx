import type { ReactNode } from 'react';
import type { RecusalNames } from '../../../shared/schema/people.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';

type Name = RecusalNames['names'][number];

/** What was declared, and the way for what comes up later. */
export function DeclaredList(props: {
  readonly reviewId: string;
  readonly names: readonly Name[];
}): ReactNode {
  const t = useText();
  const recused = props.names.filter(({ reason }) => reason !== null);
  const columns: readonly Column<Name>[] = [
    { key: 'number', title: t('recusal.number'), narrow: true, align: 'number', cell: (row) => row.number },
    { key: 'name', title: t('recusal.name'), heading: true, cell: (row) => row.name },
    {
      key: 'recuse',
      title: t('recusal.recuse'),
      narrow: true,
      align: 'centre',
      cell: ({ reason }) =>
        reason === null ? <span className="soft">—</span> : <Chip kind="warn">{t('recusal.recuse')}</Chip>,
    },
    { key: 'reason', title: t('recusal.reason'), cell: ({ reason }) => reason ?? '' },
  ];
  return (
    <>
      <div className="panel stack-tight">
        <p>
          {recused.length === 0
            ? t('recusal.declaredNone')
            : t('recusal.declaredSome', { count: recused.length })}
        </p>
        <p className="soft">{t('recusal.late')}</p>
      </div>
      <DataTable
        label={t('recusal.list')}
        columns={columns}
        rows={props.names}
        rowKey={({ dossierId }) => dossierId}
      />
      <div className="row">
        <Button kind="primary" onClick={() => goReview(props.reviewId, 'desk')}>
          {t('recusal.toDesk')}
        </Button>
      </div>
    </>
  );
}
