import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Opinion, TallyRow, TallyView } from '../../../shared/schema/result.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { PreferenceDecision } from './preference.tsx';
import { RowDetail } from './row-detail.tsx';
import { countedTotals, isPreferenceOpen, orderRows, tieWords } from './rows.ts';
import { SpreadStrip } from './spread-strip.tsx';
import { stripOf, stripScale } from './spread.ts';

export interface ResultTableProps {
  readonly reviewId: string;
  readonly view: TallyView;
  readonly opinions: readonly Opinion[];
  readonly categoryName: (id: string) => string;
  readonly mayDecide: boolean;
}

function Marks({
  row,
  view,
  categoryName,
}: Pick<ResultTableProps, 'view' | 'categoryName'> & { readonly row: TallyRow }): ReactNode {
  const t = useText();
  const tie = tieWords(t, row.tie, categoryName);
  const { confirmed } = row.preference;
  return (
    <span className="row">
      {tie !== null && <Chip kind="note">{tie}</Chip>}
      {isPreferenceOpen(view, row) && <Chip kind="warn">{t('results.preferenceOpen')}</Chip>}
      {confirmed === true && <Chip kind="good">{t('results.preferenceApplies')}</Chip>}
      {confirmed === false && <Chip>{t('results.preferenceNot')}</Chip>}
    </span>
  );
}

function Score({ row }: { readonly row: TallyRow }): ReactNode {
  const t = useText();
  if (row.score === null) return <span className="soft">—</span>;
  return (
    <span className="score-cell">
      <strong>{row.score}</strong>
      {row.shown !== null && row.shown !== row.score && (
        <span className="soft small">{t('results.scoreLonger', { shown: row.shown })}</span>
      )}
    </span>
  );
}

function Status({ row }: { readonly row: TallyRow }): ReactNode {
  const t = useText();
  if (row.ineligible) return <Chip>{t('results.ineligible')}</Chip>;
  if (row.score === null) return <Chip kind="warn">{t('results.noScore')}</Chip>;
  return row.status === 'provisional' ? (
    <Chip kind="warn">{t('results.provisional')}</Chip>
  ) : (
    <Chip kind="good">{t('results.final')}</Chip>
  );
}

/** 入选 or not, and why not. */
function Selected({ row, view }: { readonly row: TallyRow; readonly view: TallyView }): ReactNode {
  const t = useText();
  const found = view.selection?.dossiers.find(({ dossierId }) => dossierId === row.dossierId);
  if (found === undefined) return <span className="soft">—</span>;
  const plain = found.reason === 'selection-in';
  const open = found.reason === 'selection-open-tie';
  return (
    <span className="stack-none">
      <Chip kind={found.selected ? 'good' : open ? 'warn' : 'plain'}>
        {t(found.selected ? 'law.selected' : open ? 'law.selectionOpen' : 'law.notSelected')}
      </Chip>
      {!plain && <span className="soft small">{t.of(found.reason)}</span>}
    </span>
  );
}

/** The ranking; a row unfolds into its explanation. */
export function ResultTable(props: ResultTableProps): ReactNode {
  const t = useText();
  const { view, opinions, categoryName, reviewId, mayDecide } = props;
  const [open, setOpen] = useState<string | null>(null);
  const rows = orderRows(view.rows);
  const scale = stripScale(rows.flatMap(countedTotals));
  const conclusions = new Map(opinions.map((opinion) => [opinion.dossierId, opinion.conclusion]));
  const columns: readonly Column<TallyRow>[] = [
    {
      key: 'rank',
      title: t('results.rank'),
      align: 'number',
      narrow: true,
      cell: (row) => row.rank ?? <span className="soft">—</span>,
    },
    {
      key: 'enterprise',
      title: t('results.enterprise'),
      heading: true,
      cell: (row) => (
        <button
          type="button"
          className="link unfold"
          aria-expanded={open === row.dossierId}
          title={t(open === row.dossierId ? 'results.close' : 'results.open', { name: row.name })}
          onClick={() => setOpen(open === row.dossierId ? null : row.dossierId)}
        >
          {row.name}
        </button>
      ),
    },
    {
      key: 'score',
      title: t('results.score'),
      align: 'number',
      narrow: true,
      cell: (row) => <Score row={row} />,
    },
    {
      key: 'members',
      title: t('results.members'),
      align: 'number',
      narrow: true,
      cell: (row) => (row.score === null ? <span className="soft">—</span> : row.members),
    },
    {
      key: 'spread',
      title:
        scale === null ? t('results.spreadNone') : t('results.spread', { from: scale.from, to: scale.to }),
      narrow: true,
      cell: (row) => {
        const strip = stripOf(scale, countedTotals(row), row.exact);
        if (strip === null) return <span className="soft">—</span>;
        const { lowest, highest, ticks } = strip;
        const values = { count: ticks.length, lowest, highest, score: row.score ?? '—' };
        return <SpreadStrip strip={strip} words={t('results.spreadText', values)} />;
      },
    },
    {
      key: 'mark',
      title: t('results.mark'),
      cell: (row) => <Marks row={row} view={view} categoryName={categoryName} />,
    },
    ...(view.selection === null
      ? []
      : [
          {
            key: 'selection',
            title: t('law.selection'),
            cell: (row: TallyRow) => <Selected row={row} view={view} />,
          },
        ]),
    { key: 'status', title: t('results.status'), narrow: true, cell: (row) => <Status row={row} /> },
    {
      key: 'conclusion',
      title: t('results.conclusion'),
      narrow: true,
      cell: (row) => {
        const conclusion = conclusions.get(row.dossierId) ?? null;
        if (row.ineligible || conclusion === null) return <span className="soft">—</span>;
        return t(`conclusion.${conclusion}`);
      },
    },
  ];
  return (
    <DataTable
      label={t('tab.results')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.dossierId}
      empty={t('results.empty')}
      detail={(row) =>
        open === row.dossierId ? (
          <RowDetail
            row={row}
            categoryName={categoryName}
            preference={<PreferenceDecision reviewId={reviewId} row={row} mayDecide={mayDecide} />}
          />
        ) : null
      }
    />
  );
}
