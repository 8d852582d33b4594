import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DossierView } from '../../../shared/schema/dossier.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

/** 撤回申报: for good, with a reason. */
export function WithdrawDialog(props: {
  readonly reviewId: string;
  readonly dossier: DossierView;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { reviewId, dossier, onClose } = props;
  const withdraw = useCommand('dossier.withdraw');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await withdraw.run({ reviewId, dossierId: dossier.dossierId, reason });
    if (!reply.ok) return;
    showNotice(t('dossiers.withdrawDone', { name: dossier.name }));
    onClose();
  };
  return (
    <Dialog
      title={t('dossiers.withdrawTitle', { name: dossier.name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={withdraw.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('dossiers.withdraw')}
          </Button>
        </>
      }
    >
      <p>{t('dossiers.withdrawText')}</p>
      <TextField
        label={t('dossiers.withdrawReason')}
        hint={t('dossiers.withdrawReasonHint')}
        maxLength={200}
        autoFocus
        value={reason}
        onValue={setReason}
      />
      <ProblemNote problem={withdraw.problem} />
    </Dialog>
  );
}
