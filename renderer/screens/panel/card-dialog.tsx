import { useState } from 'react';
import type { ReactNode } from 'react';
import type { WaitingCard } from '../../../shared/schema/enrolment.ts';
import type { Seat } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ChoiceField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

export interface CardDialogProps {
  readonly reviewId: string;
  readonly card: WaitingCard;
  readonly seats: readonly Seat[];
  readonly onClose: () => void;
}

/** One card: whose it is, the digits to compare aloud (own laptop) or who sits there (bureau seat). */
export function CardDialog({ reviewId, card, seats, onClose }: CardDialogProps): ReactNode {
  const t = useText();
  const confirm = useCommand('enrol.confirm');
  const setAside = useCommand('enrol.setAside');
  const [chosen, setChosen] = useState(card.seatId ?? '');
  const [reason, setReason] = useState('');
  const candidates = seats.filter(({ role }) => role !== 'secretary');
  const seat = candidates.find(({ seatId }) => seatId === chosen);
  const replaces = seat?.hasProfile === true;
  const { fingerprint, digits, name } = card;
  const send = async (): Promise<void> => {
    if (seat === undefined) return;
    const reply = await confirm.run({ reviewId, fingerprint, seatId: seat.seatId, reason });
    if (!reply.ok) return;
    showNotice(t('enrol.confirmed', { name: seat.name }));
    onClose();
  };
  const refuse = async (): Promise<void> => {
    if ((await setAside.run({ reviewId, fingerprint, reason })).ok) onClose();
  };
  return (
    <Dialog
      title={t('enrol.dialogTitle', { name })}
      onClose={onClose}
      ends={
        <>
          <Button
            kind="danger"
            pending={setAside.pending}
            disabled={reason.trim() === ''}
            onClick={() => void refuse()}
          >
            {t('enrol.setAside')}
          </Button>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="primary"
            pending={confirm.pending}
            disabled={seat === undefined || (replaces && reason.trim() === '')}
            onClick={() => void send()}
          >
            {t('enrol.confirm')}
          </Button>
        </>
      }
    >
      <p>{t(digits === null ? 'enrol.seatText' : 'enrol.ownText', { name })}</p>
      {digits !== null && <p className="read-aloud">{digits}</p>}
      <div className="field">
        <span className="label">{t('enrol.whose')}</span>
        <ChoiceField
          label={t('enrol.whose')}
          value={chosen}
          onValue={setChosen}
          options={[
            ...(card.seatId === null ? [{ value: '', label: t('enrol.choose') }] : []),
            ...candidates
              .filter(({ seatId }) => digits !== null || seatId === card.seatId)
              .map(({ seatId, name: label, organisation }) => ({
                value: seatId,
                label: organisation === '' ? label : `${label}（${organisation}）`,
              })),
          ]}
        />
      </div>
      {replaces && <p className="warn">{t('enrol.replaces', { name: seat.name })}</p>}
      <TextField
        label={t('enrol.reason')}
        hint={t('enrol.reasonHint')}
        maxLength={200}
        value={reason}
        onValue={setReason}
      />
      <ProblemNote problem={confirm.problem ?? setAside.problem} />
    </Dialog>
  );
}
