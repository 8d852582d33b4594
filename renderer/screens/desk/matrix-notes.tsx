import { useId } from 'react';
import type { ReactNode } from 'react';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { useText } from '../../stores/language.ts';
import { CellNotes } from './cell-notes.tsx';
import { SheetNotes } from './sheet-notes.tsx';
import { judgedOf } from './sheet-table.tsx';
import { isWritable, type OpenDesk } from './use-desk.ts';

export interface MatrixNotesProps {
  readonly open: OpenDesk;
  readonly sheet: DeskSheet | undefined;
  readonly item: number;
}

/** Below the matrix: what the chosen field is, what is wrong with it, its comment. */
export function MatrixNotes({ open, sheet, item }: MatrixNotesProps): ReactNode {
  const t = useText();
  const id = useId();
  const found = open.scheme.items[item];
  if (sheet === undefined || found === undefined) {
    return (
      <div className="matrix-notes soft" role="region" aria-label={t('desk.matrixHere')}>
        {t('desk.matrixHint')}
      </div>
    );
  }
  const writable = isWritable(open, sheet);
  return (
    <div className="matrix-notes" role="region" aria-label={t('desk.matrixHere')}>
      <div className="about">
        <span>{sheet.name}</span>
        <strong>
          {found.name} {t('desk.outOf', { cap: found.capText })}
        </strong>
        <span className="soft">{judgedOf(open.scheme)[found.id] ?? ''}</span>
        <span className="row">
          {found.bands.map((band) => (
            <span key={band.name} className="band-chip">
              {t('desk.band', { name: band.name, from: band.from, to: band.to })}
            </span>
          ))}
        </span>
      </div>
      <div className="said">
        <SheetNotes open={open} sheet={sheet} />
        <CellNotes
          key={`${sheet.dossierId} ${found.id}`}
          id={id}
          dossierId={sheet.dossierId}
          item={found}
          writable={writable}
          focused={false}
          commentOpen
        />
      </div>
    </div>
  );
}
