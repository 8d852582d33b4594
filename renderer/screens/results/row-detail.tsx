import type { ReactNode } from 'react';
import type { TallyRow } from '../../../shared/schema/result.ts';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { deviationWords, markWords, orderSheets, stepsInList } from './rows.ts';

type SheetLine = TallyRow['sheets'][number];

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

/** Members × categories with totals, and what came of each column: nothing has to be believed unseen. */
function ScoreMatrix(props: {
  readonly row: TallyRow;
  readonly categoryName: (id: string) => string;
}): ReactNode {
  const t = useText();
  const { row, categoryName } = props;
  return (
    <div className="table-frame score-matrix">
      <table className="table" aria-label={t('results.sheets')}>
        <thead>
          <tr>
            <th scope="col">{t('results.member')}</th>
            {row.categories.map(({ id }) => (
              <th key={id} scope="col" className="number">
                {categoryName(id)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('results.total')}
            </th>
            <th scope="col">{t('results.note')}</th>
          </tr>
        </thead>
        <tbody>
          {orderSheets(row.sheets).map((sheet) => (
            <tr key={sheet.seatId}>
              <th scope="row">{sheet.label}</th>
              {row.categories.map(({ id }, index) => (
                <td key={id} className="number">
                  {sheet.categories[index] ?? <span className="soft">—</span>}
                </td>
              ))}
              <td className="number">{sheet.total ?? '—'}</td>
              <td>
                <SheetNote sheet={sheet} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('law.matrixMean')}</th>
            {row.categories.map(({ id, mean }) => (
              <td key={id} className="number">
                {mean ?? '—'}
              </td>
            ))}
            <td className="number">
              <strong>{row.score ?? '—'}</strong>
            </td>
            <td>{''}</td>
          </tr>
          <tr className="soft">
            <th scope="row">{t('results.exact')}</th>
            {row.categories.map(({ id, exact }) => (
              <td key={id} className="number">
                {exact ?? '—'}
              </td>
            ))}
            <td className="number">{row.exact ?? '—'}</td>
            <td>{''}</td>
          </tr>
        </tfoot>
      </table>
    </div>
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
      {row.sheets.length > 0 && <ScoreMatrix row={row} categoryName={categoryName} />}
    </div>
  );
}
