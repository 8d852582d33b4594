import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

/** 移出: for good, with a reason. */
export function RetireDialog({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const retire = useCommand('person.retire');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await retire.run({ personId: person.personId, reason });
    if (!reply.ok) return;
    showNotice(t('people.retireDone', { name: person.name }));
    onClose();
  };
  return (
    <Dialog
      title={t('people.retireTitle', { name: person.name })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={retire.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('people.retire')}
          </Button>
        </>
      }
    >
      <p>{t('people.retireText')}</p>
      <TextField
        label={t('people.retireReason')}
        hint={t('people.retireReasonHint')}
        autoFocus
        maxLength={200}
        value={reason}
        onValue={setReason}
      />
      <ProblemNote problem={retire.problem} />
    </Dialog>
  );
}
