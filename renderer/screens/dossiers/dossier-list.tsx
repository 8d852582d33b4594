import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DossierRow } from '../../../shared/schema/dossier.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { ChoiceField } from '../../components/field.tsx';
import { Chip, EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Money } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { useMay } from '../use-may.ts';
import { kindWords } from '../materials/kinds.ts';
import { CheckMaterials } from './check-materials.tsx';
import { StateChip } from './chips.tsx';

type Shown = 'all' | 'eligible' | 'ineligible' | 'open' | 'withdrawn';

function fits(row: DossierRow, shown: Shown): boolean {
  if (shown === 'all') return true;
  if (shown === 'withdrawn') return row.withdrawn;
  return !row.withdrawn && row.eligibility === shown;
}

function useColumns(reviewId: string): readonly Column<DossierRow>[] {
  const t = useText();
  return [
    { key: 'number', title: t('dossiers.number'), align: 'number', narrow: true, cell: (row) => row.number },
    {
      key: 'name',
      title: t('dossiers.name'),
      heading: true,
      cell: (row) => (
        <button type="button" className="link" onClick={() => goReview(reviewId, 'dossiers', row.dossierId)}>
          {row.name}
        </button>
      ),
    },
    { key: 'code', title: t('dossiers.code'), narrow: true, cell: (row) => row.creditCode },
    {
      key: 'registered',
      title: t('dossiers.registered'),
      align: 'number',
      narrow: true,
      cell: (row) => <Money amount={row.registeredCapital} />,
    },
    {
      key: 'paidIn',
      title: t('dossiers.paidIn'),
      align: 'number',
      narrow: true,
      cell: (row) => <Money amount={row.paidInCapital} />,
    },
    {
      key: 'eligibility',
      title: t('dossiers.eligibility'),
      narrow: true,
      cell: (row) => <StateChip dossier={row} />,
    },
    {
      key: 'preference',
      title: t('dossiers.preference'),
      narrow: true,
      cell: (row) => row.preference && <Chip kind="note">{t('dossiers.preferenceMet')}</Chip>,
    },
    {
      key: 'materials',
      title: t('materials.title'),
      narrow: true,
      cell: (row) =>
        row.missingMaterials.length === 0 ? (
          t('materials.count', { count: row.materials })
        ) : (
          <span title={row.missingMaterials.map((kind) => kindWords(t, kind)).join('、')}>
            {t('materials.count', { count: row.materials })}{' '}
            <span className="soft">{t('materials.lacks', { count: row.missingMaterials.length })}</span>
          </span>
        ),
    },
    {
      key: 'recusals',
      title: t('dossiers.recusals'),
      align: 'number',
      narrow: true,
      cell: (row) =>
        row.recusals === 0 ? (
          <span className="soft">—</span>
        ) : (
          t('dossiers.recusalsCount', { count: row.recusals })
        ),
    },
  ];
}

/** Every applicant as one line, with the ways to add more. */
export function DossierList(props: {
  readonly reviewId: string;
  readonly may: ReturnType<typeof useMay>;
}): ReactNode {
  const t = useText();
  const { reviewId, may } = props;
  const list = useQuery('dossier.list', { reviewId }, ['dossiers', 'scheme', 'panel']);
  const [shown, setShown] = useState<Shown>('all');
  const [refused, setRefused] = useState<Problem>();
  const columns = useColumns(reviewId);
  const rows = list.value ?? [];
  const count = (state: Shown): number => rows.filter((row) => fits(row, state)).length;
  const takeTemplate = async (): Promise<void> => {
    const reply = await downloadFile('template', t('dossiers.templateFile'));
    setRefused(reply.ok ? undefined : reply.problem);
  };
  const first = rows.length === 0;
  const template = <Button onClick={() => void takeTemplate()}>{t('dossiers.template')}</Button>;
  const add = may('dossier.save') && (
    <Button onClick={() => goReview(reviewId, 'dossiers', 'new')}>{t('dossiers.add')}</Button>
  );
  const bringIn = may('dossier.import') && (
    <Button kind="primary" onClick={() => goReview(reviewId, 'dossiers', 'import')}>
      {t('dossiers.import')}
    </Button>
  );
  const states = (['eligible', 'ineligible', 'open', 'withdrawn'] as const).map((state) => {
    const word = state === 'withdrawn' ? t('dossiers.withdrawn') : t(`dossiers.state-${state}`);
    return { value: state, label: `${word} ${count(state)}` };
  });
  return (
    <Page
      title={t('dossiers.title')}
      note={
        first
          ? undefined
          : t('dossiers.count', { total: rows.length, eligible: count('eligible'), open: count('open') })
      }
      actions={
        !first && (
          <div className="row">
            {may('dossier.judge') && (
              <Button onClick={() => goReview(reviewId, 'dossiers', 'judge')}>
                {t('dossiers.judgeAll')}
              </Button>
            )}
            {may('material.check') && rows.some(({ materials }) => materials > 0) && (
              <CheckMaterials reviewId={reviewId} />
            )}
            {may('material.import') && (
              <Button onClick={() => goReview(reviewId, 'dossiers', 'materials')}>
                {t('materials.importFolder')}
              </Button>
            )}
            {template}
            {add}
            {bringIn}
          </div>
        )
      }
    >
      <ProblemNote problem={list.problem ?? refused} />
      {list.value !== undefined && first && (
        <EmptyState sentence={t('dossiers.empty')}>
          {template}
          {add}
          {bringIn}
        </EmptyState>
      )}
      {!first && (
        <>
          <ChoiceField
            label={t('dossiers.filter')}
            value={shown}
            onValue={setShown}
            options={[{ value: 'all', label: `${t('dossiers.filterAll')} ${rows.length}` }, ...states]}
          />
          <DataTable
            label={t('dossiers.title')}
            columns={columns}
            rows={rows.filter((row) => fits(row, shown))}
            rowKey={(row) => row.dossierId}
            empty={t('dossiers.filterNone')}
          />
        </>
      )}
    </Page>
  );
}
