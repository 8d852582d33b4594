import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { NewPassphrase, isGoodPassphrase } from './new-passphrase.tsx';
import type { UnlockFormProps } from './passphrase-form.tsx';

export interface RecoverFormProps extends UnlockFormProps {
  readonly reviewId: string;
  readonly onBack: () => void;
}

/** The secretary's forgotten passphrase: the recovery passphrase and a new one of the own. */
export function RecoverForm({ reviewId, onEnter, onBack }: RecoverFormProps): ReactNode {
  const t = useText();
  const recover = useCommand('session.recover');
  const [recoveryPassphrase, setRecoveryPassphrase] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const ready = recoveryPassphrase !== '' && isGoodPassphrase(passphrase);
  const send = async (): Promise<void> => {
    const reply = await recover.run({ reviewId, recoveryPassphrase, passphrase });
    if (reply.ok) onEnter(reply.value);
  };
  return (
    <form
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <h2>{t('unlock.recoverTitle')}</h2>
      <p className="soft">{t('unlock.recoverText')}</p>
      <TextField
        label={t('unlock.recoverPassphrase')}
        type="password"
        autoComplete="off"
        autoFocus
        value={recoveryPassphrase}
        onValue={setRecoveryPassphrase}
      />
      <NewPassphrase onPassphrase={setPassphrase} />
      <ProblemNote problem={recover.problem} />
      <div className="row">
        <Button onClick={onBack}>{t('unlock.recoverBack')}</Button>
        <Button kind="primary" submits pending={recover.pending} disabled={!ready}>
          {t('unlock.recoverDo')}
        </Button>
      </div>
    </form>
  );
}
