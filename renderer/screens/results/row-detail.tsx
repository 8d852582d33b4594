import type { ReactNode } from 'react';
import type { TallyRow } from '../../../shared/schema/result.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { deviationWords, markWords, orderSheets, stepsInList } from './rows.ts';

type SheetLine = TallyRow['sheets'][number];
type CategoryLine = TallyRow['categories'][number];

function SheetNote({ sheet }: { readonly sheet: SheetLine }): ReactNode {
  const t = useText();
  const warning = deviationWords(t, sheet.deviation);
  return (
    <span className="row">
      {sheet.mark === 'counted' ? null : <Chip>{markWords(t, sheet)}</Chip>}
      {sheet.paper && <Chip kind="note">{t('results.paper')}</Chip>}
      {warning !== null && <Chip kind="warn">{warning}</Chip>}
      {warning !== null && (
        <span className="soft small">
          {sheet.deviationNote === ''
            ? t('law.deviationAsked')
            : t('law.deviationGiven', { text: sheet.deviationNote })}
        </span>
      )}
    </span>
  );
}

function MemberTable({ row }: { readonly row: TallyRow }): ReactNode {
  const t = useText();
  return (
    <DataTable<SheetLine>
      label={t('results.sheets')}
      rows={orderSheets(row.sheets)}
      rowKey={(sheet) => sheet.seatId}
      columns={[
        { key: 'member', title: t('results.member'), heading: true, cell: (sheet) => sheet.label },
        {
          key: 'total',
          title: t('results.total'),
          align: 'number',
          narrow: true,
          cell: (sheet) => sheet.total ?? '—',
        },
        { key: 'note', title: t('results.note'), cell: (sheet) => <SheetNote sheet={sheet} /> },
      ]}
    />
  );
}

function CategoryTable(props: {
  readonly row: TallyRow;
  readonly categoryName: (id: string) => string;
}): ReactNode {
  const t = useText();
  return (
    <DataTable<CategoryLine>
      label={t('results.categories')}
      rows={props.row.categories}
      rowKey={(category) => category.id}
      columns={[
        {
          key: 'category',
          title: t('results.category'),
          heading: true,
          cell: ({ id }) => props.categoryName(id),
        },
        {
          key: 'mean',
          title: t('results.mean'),
          align: 'number',
          narrow: true,
          cell: ({ mean }) => mean ?? '—',
        },
        {
          key: 'exact',
          title: t('results.exact'),
          align: 'number',
          narrow: true,
          cell: ({ exact }) => <span className="soft">{exact ?? '—'}</span>,
        },
      ]}
    />
  );
}

export interface RowDetailProps {
  readonly row: TallyRow;
  readonly categoryName: (id: string) => string;
  /** The panel's decision on the preference, where there is one. */
  readonly preference: ReactNode;
}

/** Why the score is what it is: the steps in order, the members' totals, the means of the categories. */
export function RowDetail({ row, categoryName, preference }: RowDetailProps): ReactNode {
  const t = useText();
  return (
    <div className="result-detail">
      <section className="stack">
        <h3>{t('results.why')}</h3>
        <ol className="steps">
          {stepsInList(row).map((step) => (
            <li key={`${step.key} ${JSON.stringify(step.values)}`}>{t.of(step.key, step.values)}</li>
          ))}
        </ol>
        {preference}
      </section>
      {row.categories.some(({ mean }) => mean !== null) && (
        <CategoryTable row={row} categoryName={categoryName} />
      )}
      {row.sheets.length > 0 && <MemberTable row={row} />}
    </div>
  );
}
