import type { ReactNode } from 'react';
import type { ImportPreview, ImportRow } from '../../../shared/schema/import-preview.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { RowDetail } from './import-row-detail.tsx';
import { changesStore, hasManySheets, rowState, withPosition } from './import-rows.ts';
import type { ImportChoice } from './import-rows.ts';

/** The element that a wrong cell leads to. */
export function importRowId(position: number): string {
  return `import-row-${position}`;
}

const actionKinds = { new: 'good', update: 'note', same: 'plain', refused: 'bad' } as const;

interface LineProps {
  readonly row: ImportRow;
  readonly position: number;
  readonly withSheet: boolean;
  readonly chosen: boolean;
  readonly choice: ImportChoice;
  readonly onChoice: (change: (before: ImportChoice) => ImportChoice) => void;
}

function Line({ row, position, withSheet, chosen, choice, onChoice }: LineProps): ReactNode {
  const t = useText();
  const name = row.fields['name'] ?? t('dossiers.importNoName');
  const changes = changesStore(row);
  const state = rowState(row, position, choice);
  return (
    <>
      <tr id={importRowId(position)} tabIndex={-1} aria-selected={chosen}>
        <td className="centre narrow">
          {changes && (
            <input
              type="checkbox"
              aria-label={t('dossiers.importTakeFor', { row: row.rowNumber, name })}
              checked={!choice.leftOut.has(position)}
              onChange={(event) => {
                const out = !event.target.checked;
                onChoice((before) => ({ ...before, leftOut: withPosition(before.leftOut, position, out) }));
              }}
            />
          )}
        </td>
        <td className="number narrow">
          {withSheet ? t('dossiers.importPlace', { sheet: row.sheet, row: row.rowNumber }) : row.rowNumber}
        </td>
        <th scope="row">
          {name} <span className="soft small">{row.fields['creditCode'] ?? ''}</span>
        </th>
        <td className="narrow">
          <span className="row">
            {state !== 'left' && (
              <Chip kind={actionKinds[row.action]}>{t(`dossiers.action-${row.action}`)}</Chip>
            )}
            {state === 'waiting' && <Chip kind="warn">{t('dossiers.action-waiting')}</Chip>}
            {state === 'left' && <Chip>{t('dossiers.action-left')}</Chip>}
          </span>
        </td>
      </tr>
      <RowDetail
        row={row}
        chosen={chosen}
        confirmed={choice.confirmed.has(position)}
        onConfirmed={(inside) =>
          onChoice((before) => ({ ...before, confirmed: withPosition(before.confirmed, position, inside) }))
        }
      />
    </>
  );
}

export interface ImportRowsProps {
  readonly preview: ImportPreview;
  readonly choice: ImportChoice;
  readonly onChoice: (change: (before: ImportChoice) => ImportChoice) => void;
  /** The row that a wrong cell led to. */
  readonly chosen: number | null;
  readonly shown: number;
  readonly onMore: () => void;
}

/** The rows of the file in its own order, with what importing each would do. */
export function ImportRows(props: ImportRowsProps): ReactNode {
  const t = useText();
  const { preview, chosen, shown } = props;
  const withSheet = hasManySheets(preview);
  return (
    <div className="stack">
      <div className="table-frame">
        <table className="table" aria-label={t('dossiers.importRows')}>
          <thead>
            <tr>
              <th scope="col" className="centre narrow">
                {t('dossiers.importTake')}
              </th>
              <th scope="col" className="number narrow">
                {t('dossiers.importRow')}
              </th>
              <th scope="col">{t('dossiers.importRows')}</th>
              <th scope="col" className="narrow">
                {t('dossiers.importAction')}
              </th>
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, shown).map((row, position) => (
              <Line
                // The position is the row's identity in this preview.
                key={importRowId(position)}
                row={row}
                position={position}
                withSheet={withSheet}
                chosen={chosen === position}
                choice={props.choice}
                onChoice={props.onChoice}
              />
            ))}
          </tbody>
        </table>
      </div>
      {preview.rows.length > shown && (
        <Button onClick={props.onMore}>
          {t('dossiers.showMore', { count: Math.min(100, preview.rows.length - shown) })}
        </Button>
      )}
    </div>
  );
}
