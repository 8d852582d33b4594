import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { OwnPassphrase, withoutPassphrase } from './own-passphrase.tsx';

export interface WithdrawDialogProps {
  readonly reviewId: string;
  readonly sheet: DeskSheet;
  readonly onClose: () => void;
}

/** 撤回 of one submitted sheet: a reason and the own passphrase. */
export function WithdrawDialog({ reviewId, sheet, onClose }: WithdrawDialogProps): ReactNode {
  const t = useText();
  const withdraw = useCommand('desk.withdraw');
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const ready = reason.trim() !== '' && passphrase !== '';
  const send = async (): Promise<void> => {
    if (!ready) return;
    const reply = await withdraw.run({ reviewId, dossierId: sheet.dossierId, reason, passphrase });
    if (!reply.ok) return setPassphrase('');
    showNotice(t('desk.withdrawn', { name: sheet.name }));
    onClose();
  };
  return (
    <Dialog title={t('desk.withdrawTitle', { name: sheet.name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('desk.withdrawText')}</p>
        {sheet.content === null && <p className="warn">{t('desk.withdrawEmpty')}</p>}
        <TextField
          label={t('desk.withdrawReason')}
          autoFocus
          maxLength={200}
          value={reason}
          onValue={setReason}
        />
        <OwnPassphrase
          reviewId={reviewId}
          value={passphrase}
          onValue={setPassphrase}
          problem={withdraw.problem}
        />
        <ProblemNote problem={withoutPassphrase(withdraw.problem)} />
        <div className="ends">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="danger" submits pending={withdraw.pending} disabled={!ready}>
            {t('desk.withdraw')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
