import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { RefusalNote } from '../../components/refusal-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

export interface LeaveDialogProps {
  readonly reviewId: string;
  readonly documentId: string;
  readonly seatId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** 提前离席: the minutes no longer wait for this person. */
export function LeaveDialog({ reviewId, documentId, seatId, name, onClose }: LeaveDialogProps): ReactNode {
  const t = useText();
  const leave = useCommand('document.leftEarly');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await leave.run({ reviewId, documentId, seatId, reason });
    if (!reply.ok) return;
    showNotice(t('documents.leaveDone', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('documents.leaveTitle', { name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={leave.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('documents.leave')}
          </Button>
        </>
      }
    >
      <p>{t('documents.leaveText')}</p>
      <TextField
        label={t('documents.leaveReason')}
        value={reason}
        onValue={setReason}
        maxLength={200}
        autoFocus
      />
      <RefusalNote problem={leave.problem} />
    </Dialog>
  );
}
