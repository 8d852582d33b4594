import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

export interface LeaveDialogProps {
  readonly reviewId: string;
  readonly documentId: string;
  /** Those whose signature is waited for. */
  readonly waiting: readonly { readonly seatId: string; readonly name: string; readonly role: string }[];
  readonly onClose: () => void;
}

/** 提前离席: the minutes no longer wait for this person. */
export function LeaveDialog({ reviewId, documentId, waiting, onClose }: LeaveDialogProps): ReactNode {
  const t = useText();
  const leave = useCommand('document.leftEarly');
  const [seatId, setSeatId] = useState('');
  const [reason, setReason] = useState('');
  const name = waiting.find((signature) => signature.seatId === seatId)?.name ?? '';
  const send = async (): Promise<void> => {
    const reply = await leave.run({ reviewId, documentId, seatId, reason });
    if (!reply.ok) return;
    showNotice(t('documents.leaveDone', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('documents.leave')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={leave.pending}
            disabled={seatId === '' || reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('documents.leave')}
          </Button>
        </>
      }
    >
      <p>{t('documents.leaveText')}</p>
      <SelectField
        label={t('documents.leaveWho')}
        value={seatId}
        onValue={setSeatId}
        placeholder={t('documents.leaveChoose')}
        options={waiting.map((signature) => ({
          value: signature.seatId,
          label: `${signature.name}（${signature.role}）`,
        }))}
      />
      <TextField label={t('documents.leaveReason')} value={reason} onValue={setReason} maxLength={200} />
      <ProblemNote problem={leave.problem} />
    </Dialog>
  );
}
