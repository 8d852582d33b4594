import { memo, useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { CompiledItem } from '../../../shared/domain/compiled-scheme.ts';
import { formatHundredths } from '../../../shared/domain/decimal.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { CellNotes } from './cell-notes.tsx';
import { useDeskStore } from './desk-store.ts';
import { ScoreCell, type CellGrid } from './score-cell.tsx';

export interface ItemRowProps extends CellGrid {
  readonly dossierId: string;
  readonly item: CompiledItem;
  /** What is judged, from the scheme. */
  readonly judged: string;
  readonly row: number;
  readonly writable: boolean;
  readonly onChosen: (itemId: string) => void;
}

/** One item: number, name, what is judged, bands, field, cap, comment. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps): ReactNode {
  const t = useText();
  const id = useId();
  const { dossierId, item, row, writable } = props;
  const [focused, setFocused] = useState(false);
  const [commentOpen, setCommentOpen] = useState(false);
  const hasComment = useDeskStore(
    (state) => (state.sheets[dossierId]?.typed.comments[item.id] ?? '').trim() !== '',
  );
  return (
    <tr className="item">
      <td className="index">{row + 1}</td>
      <th className="what" scope="row">
        <span className="row">
          <span>{item.name}</span>
          {item.bands.map((band) => (
            <span key={band.name} className="band-chip">
              {t('desk.band', { name: band.name, from: band.from, to: band.to })}
            </span>
          ))}
        </span>
        {props.judged !== '' && <span className="judged">{props.judged}</span>}
      </th>
      <td className="field-cell">
        <ScoreCell
          dossierId={dossierId}
          item={item}
          place={{ row, column: 0 }}
          label={t('desk.scoreLabel', { name: item.name, cap: item.capText })}
          writable={writable}
          describedBy={`${id}-notes`}
          onMove={props.onMove}
          onColumn={props.onColumn}
          onFocused={(now) => {
            setFocused(now);
            if (now) props.onChosen(item.id);
          }}
        />
        <span className="cap" title={t('desk.step', { step: formatHundredths(item.step) })}>
          {t('desk.outOf', { cap: item.capText })}
        </span>
      </td>
      <td className="tools">
        <Button
          kind="quiet"
          aria-expanded={commentOpen}
          aria-label={t('desk.commentOpen', { name: item.name })}
          onClick={() => setCommentOpen(!commentOpen)}
        >
          {t(hasComment ? 'desk.commentHas' : 'desk.comment')}
        </Button>
      </td>
      <td className="notes">
        <CellNotes
          id={`${id}-notes`}
          dossierId={dossierId}
          item={item}
          writable={writable}
          focused={focused}
          commentOpen={commentOpen}
        />
      </td>
    </tr>
  );
});
