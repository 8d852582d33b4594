import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/schema/import-preview.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { ImportProblems } from './import-problems.tsx';
import { ImportRows, importRowId } from './import-row-table.tsx';
import { importTotals, noChoice, skippedRows } from './import-rows.ts';

export interface PreviewViewProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  /** `skipRows` counts positions in `preview.rows` from 0. */
  readonly onImport: (skipRows: number[]) => void;
  readonly onDiscard: () => void;
}

/** Rows are drawn in portions: a file may hold thousands. */
const portion = 100;

/** Left what will come in, right what is wrong; nothing is imported until the button is pressed. */
export function PreviewView({ preview, busy, onImport, onDiscard }: PreviewViewProps): ReactNode {
  const t = useText();
  const [choice, setChoice] = useState(noChoice);
  const [chosen, setChosen] = useState<number | null>(null);
  const [shown, setShown] = useState(portion);
  const totals = importTotals(preview, choice);
  const jump = (position: number): void => {
    setChosen(position);
    setShown((before) => Math.max(before, position + 1));
    // After the drawing that shows the row.
    requestAnimationFrame(() => {
      const row = document.getElementById(importRowId(position));
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    });
  };
  const nothing = preview.counts.new + preview.counts.update === 0;
  const allConfirmed = totals.toConfirm.every((position) => choice.confirmed.has(position));
  return (
    <>
      <div className="panel row import-bar">
        <div className="import-summary stack-tight">
          <strong>{t('dossiers.importCounts', preview.counts)}</strong>
          <span className="soft">{t(nothing ? 'dossiers.importNothing' : 'dossiers.importNothingYet')}</span>
          {totals.waiting > 0 && (
            <span className="warn">{t('dossiers.importWaiting', { count: totals.waiting })}</span>
          )}
        </div>
        {totals.toConfirm.length > 0 && (
          <CheckField
            label={t('dossiers.importConfirmAll', { count: totals.toConfirm.length })}
            value={allConfirmed}
            onValue={(inside) =>
              setChoice((before) => ({
                ...before,
                confirmed: inside ? new Set(totals.toConfirm) : new Set<number>(),
              }))
            }
          />
        )}
        <Button disabled={busy} onClick={onDiscard}>
          {t('dossiers.importDiscard')}
        </Button>
        <Button
          kind="primary"
          pending={busy}
          disabled={totals.comingIn === 0}
          onClick={() => onImport(skippedRows(preview, choice))}
        >
          {t('dossiers.importGo', { count: totals.comingIn })}
        </Button>
      </div>
      <div className="import-columns">
        <ImportRows
          preview={preview}
          choice={choice}
          onChoice={setChoice}
          chosen={chosen}
          shown={shown}
          onMore={() => setShown((before) => before + portion)}
        />
        <ImportProblems preview={preview} onJump={jump} />
      </div>
    </>
  );
}
