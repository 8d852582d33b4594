import type { ReactNode } from 'react';
import type { CompiledItem } from '../../../shared/domain/compiled-scheme.ts';
import { Button } from '../../components/button.tsx';
import { CheckField, Field } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { isUnfinished, readCell } from './cell-text.ts';
import { flushSheet, setComment, setZeroConfirmed, takeMine } from './desk-saving.ts';
import { useDeskStore } from './desk-store.ts';

export interface CellNotesProps {
  readonly id: string;
  readonly dossierId: string;
  readonly item: CompiledItem;
  readonly writable: boolean;
  /** The field is being typed in: what may still become a score is not called wrong. */
  readonly focused: boolean;
  readonly commentOpen: boolean;
}

function ZeroQuestion({ dossierId, item }: Pick<CellNotesProps, 'dossierId' | 'item'>): ReactNode {
  const t = useText();
  const confirmed = useDeskStore(
    (state) => state.sheets[dossierId]?.typed.confirmedZeros.includes(item.id) ?? false,
  );
  return (
    <div className="zero row">
      <span>{t('desk.zeroAsk')}</span>
      <CheckField
        label={t('desk.zeroConfirm')}
        value={confirmed}
        onValue={(value) => {
          setZeroConfirmed(dossierId, item.id, value);
          void flushSheet(dossierId);
        }}
      />
    </div>
  );
}

function Comment(props: {
  readonly dossierId: string;
  readonly item: CompiledItem;
  readonly writable: boolean;
  readonly zero: boolean;
}): ReactNode {
  const t = useText();
  const { dossierId, item, zero } = props;
  const confirmed = useDeskStore(
    (state) => state.sheets[dossierId]?.typed.confirmedZeros.includes(item.id) ?? false,
  );
  const text = useDeskStore((state) => state.sheets[dossierId]?.typed.comments[item.id] ?? '');
  return (
    <Field
      label={zero ? t('desk.zeroComment') : t('desk.commentOpen', { name: item.name })}
      wrong={zero && confirmed && text.trim() === '' ? t('desk.zeroMissing') : undefined}
      hint={zero && !confirmed ? t('desk.zeroHint') : undefined}
    >
      {(attributes) => (
        <textarea
          {...attributes}
          className="input"
          rows={2}
          maxLength={2000}
          readOnly={!props.writable}
          value={text}
          onChange={(event) => setComment(dossierId, item.id, event.target.value)}
          onBlur={() => void flushSheet(dossierId)}
        />
      )}
    </Field>
  );
}

/** What was typed here before another tab's version was loaded. */
function MineOfItem({ dossierId, item }: Pick<CellNotesProps, 'dossierId' | 'item'>): ReactNode {
  const t = useText();
  const mine = useDeskStore((state) => state.sheets[dossierId]?.mine ?? null);
  const score = mine?.texts[item.id];
  const comment = mine?.comments[item.id];
  if (score === undefined && comment === undefined) return null;
  return (
    <div className="row">
      <Button onClick={() => takeMine(dossierId, item.id)}>
        {score === undefined ? t('desk.mineComment') : t('desk.mineTake', { value: score })}
      </Button>
      {comment !== undefined && comment !== '' && <span className="soft">{comment}</span>}
    </div>
  );
}

/** Below a field: why it is wrong, the question about a 0, the comment, the own earlier version. */
export function CellNotes(props: CellNotesProps): ReactNode {
  const t = useText();
  const { id, dossierId, item, writable, focused } = props;
  const text = useDeskStore((state) => state.sheets[dossierId]?.typed.texts[item.id] ?? '');
  const reading = readCell(text, item);
  const wrong = reading.kind === 'wrong' && !(focused && isUnfinished(text, reading.defect));
  const zero = reading.kind === 'score' && reading.hundredths === 0;
  return (
    <>
      {wrong && (
        <p id={id} className="bad" role="alert">
          {t.of(reading.defect.reason, reading.defect.values)}
        </p>
      )}
      {zero && writable && <ZeroQuestion dossierId={dossierId} item={item} />}
      {(props.commentOpen || zero) && (
        <Comment dossierId={dossierId} item={item} writable={writable} zero={zero && writable} />
      )}
      {writable && <MineOfItem dossierId={dossierId} item={item} />}
    </>
  );
}
