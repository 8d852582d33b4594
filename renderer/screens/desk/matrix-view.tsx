import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { BottomBar } from './bottom-bar.tsx';
import { useTyped } from './desk-store.ts';
import { reviewItem } from './items.ts';
import { MatrixNotes } from './matrix-notes.tsx';
import type { Grid, Place } from './moves.ts';
import { ScoreCell, type CellGrid } from './score-cell.tsx';
import { BlockedNotes } from './sheet-notes.tsx';
import { sheetSum } from './sheet-sums.ts';
import { isSubmittable, isWritable, type OpenDesk } from './use-desk.ts';
import { useCellGrid, type CellAt } from './use-cell-grid.ts';
import { ViewToggle } from './view-toggle.tsx';

interface RowProps extends CellGrid {
  readonly scheme: CompiledScheme;
  readonly sheet: DeskSheet;
  readonly row: number;
  readonly writable: boolean;
  readonly onChosen: (cell: CellAt) => void;
}

function TotalCell({
  scheme,
  dossierId,
}: {
  readonly scheme: CompiledScheme;
  readonly dossierId: string;
}): ReactNode {
  const t = useText();
  const sum = sheetSum(scheme, useTyped(dossierId));
  return (
    <td className="sum">
      {sum.total ?? t('desk.noTotal')}
      {sum.undecided && <span className="bad small"> {t('desk.undecidedShort')}</span>}
    </td>
  );
}

function MatrixRow(props: RowProps): ReactNode {
  const t = useText();
  const { scheme, sheet, row, writable } = props;
  const hidden = sheet.state === 'recused' || sheet.state === 'absent' || sheet.state === 'paper';
  return (
    <tr>
      <th scope="row">
        <span className="name">
          {sheet.number}. {sheet.name}
        </span>
      </th>
      {hidden ? (
        <td className="closed soft" colSpan={scheme.items.length + 1}>
          {t(`desk.state-${sheet.state}`)}
        </td>
      ) : (
        <>
          <TotalCell scheme={scheme} dossierId={sheet.dossierId} />
          {scheme.items.map((item, column) => (
            <td key={item.id}>
              <ScoreCell
                dossierId={sheet.dossierId}
                item={item}
                place={{ row, column }}
                label={t('desk.scoreOfLabel', { dossier: sheet.name, name: item.name, cap: item.capText })}
                writable={writable}
                onMove={props.onMove}
                onColumn={props.onColumn}
                onFocused={(focused) => {
                  if (focused) props.onChosen({ dossierId: sheet.dossierId, item: column });
                }}
              />
            </td>
          ))}
        </>
      )}
    </tr>
  );
}

/** 总表: dossiers × items with the same fields and the same keys as the sheet. */
export function MatrixView(props: {
  readonly open: OpenDesk;
  readonly problem: Problem | undefined;
}): ReactNode {
  const t = useText();
  const { open } = props;
  const { reviewId, desk, scheme } = open;
  const [chosen, setChosen] = useState<CellAt | null>(null);
  const { sheets } = desk;
  // A text, so that an answer read anew with the same states draws no field anew.
  const openRows = sheets.map((sheet) => (isWritable(open, sheet) ? 1 : 0)).join('');
  const ids = sheets.map(({ dossierId }) => dossierId).join('\n');
  const grid = useMemo<Grid>(
    () => ({
      rows: openRows.length,
      columns: scheme.items.length,
      isOpen: ({ row }) => openRows[row] === '1',
    }),
    [openRows, scheme],
  );
  const at = useCallback(
    ({ row, column }: Place): CellAt | undefined => {
      const dossierId = ids.split('\n')[row];
      return dossierId === undefined ? undefined : { dossierId, item: column };
    },
    [ids],
  );
  const cells = useCellGrid({ scheme, grid, at });
  const chosenSheet = sheets.find(({ dossierId }) => dossierId === chosen?.dossierId);
  return (
    <section className="desk" aria-label={t('desk.title')}>
      <div className="matrix-head">
        <ViewToggle view="all" onView={() => goReview(reviewId, 'desk', chosen?.dossierId)} />
        <h1 className="hidden-text">{t('desk.matrixLabel')}</h1>
        <ProblemNote problem={props.problem} />
        <BlockedNotes reasons={desk.draftBlockedBy} onRecusal={() => goReview(reviewId, 'recusal')} />
      </div>
      <div className="matrix-frame">
        <table className="matrix" aria-label={t('desk.matrixLabel')}>
          <thead>
            <tr>
              <th scope="col">{t('desk.enterprise')}</th>
              <th scope="col" className="sum">
                {t('desk.total')}
              </th>
              {scheme.items.map((item) => (
                <th key={item.id} scope="col">
                  <span className="name">{item.name}</span>
                  <span className="soft">{t('desk.outOf', { cap: item.capText })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheets.map((sheet, row) => (
              <MatrixRow
                key={sheet.dossierId}
                scheme={scheme}
                sheet={sheet}
                row={row}
                writable={isWritable(open, sheet)}
                onChosen={setChosen}
                {...cells}
              />
            ))}
          </tbody>
        </table>
      </div>
      <MatrixNotes open={open} sheet={chosenSheet} item={chosen?.item ?? 0} />
      <BottomBar
        scheme={scheme}
        dossierId={chosenSheet?.dossierId ?? null}
        writable={chosenSheet !== undefined && isWritable(open, chosenSheet)}
        previous={undefined}
        next={undefined}
        onReview={
          isSubmittable(open) || desk.draftBlockedBy.length === 0
            ? () => goReview(reviewId, 'desk', reviewItem)
            : undefined
        }
      />
    </section>
  );
}
