import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

/** 退出评审组: recorded, with a reason, for good. */
export function UnseatDialog(props: {
  readonly reviewId: string;
  readonly seat: Seat;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { reviewId, seat, onClose } = props;
  const { name } = seat;
  const unseat = useCommand('panel.unseat');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await unseat.run({ reviewId, seatId: seat.seatId, reason });
    if (!reply.ok) return;
    showNotice(t('panel.unseatDone', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('panel.unseatTitle', { name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={unseat.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('panel.unseatGo')}
          </Button>
        </>
      }
    >
      <p>{t('panel.unseatText', { name })}</p>
      <TextField
        label={t('panel.unseatReason')}
        hint={t('panel.unseatReasonHint')}
        autoFocus
        maxLength={200}
        value={reason}
        onValue={setReason}
      />
      <ProblemNote problem={unseat.problem} />
    </Dialog>
  );
}
