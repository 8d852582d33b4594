import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Material } from '../../../shared/schema/material.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

/** 移出: the file stays with its versions, no longer in force. */
export function RemoveMaterialDialog(props: {
  readonly reviewId: string;
  readonly material: Material;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { reviewId, material, onClose } = props;
  const remove = useCommand('material.remove');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await remove.run({ reviewId, materialId: material.materialId, reason });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      title={t('materials.removeTitle', { name: material.name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={remove.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('materials.remove')}
          </Button>
        </>
      }
    >
      <p>{t('materials.removeText')}</p>
      <TextField
        label={t('materials.removeReason')}
        hint={t('materials.removeHint')}
        maxLength={200}
        autoFocus
        value={reason}
        onValue={setReason}
      />
      <ProblemNote problem={remove.problem} />
    </Dialog>
  );
}
