import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { NewPassphrase, isGoodPassphrase } from './new-passphrase.tsx';
import type { UnlockFormProps } from './passphrase-form.tsx';

/** A seated person's first passphrase; it makes the profile's keys and unlocks. */
export function FirstPassphrase({ tile, onEnter }: UnlockFormProps): ReactNode {
  const t = useText();
  const create = useCommand('session.create');
  const [passphrase, setPassphrase] = useState('');
  const send = async (): Promise<void> => {
    const reply = await create.run({ personId: tile.personId, passphrase });
    if (reply.ok) onEnter(reply.value);
  };
  return (
    <form
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGoodPassphrase(passphrase)) void send();
      }}
    >
      <h2>
        {tile.name} · {t('unlock.firstTitle')}
      </h2>
      <NewPassphrase onPassphrase={setPassphrase} />
      {create.pending && (
        <p className="soft" role="status">
          {t('unlock.working')}
        </p>
      )}
      <ProblemNote problem={create.problem} />
      <div className="row">
        <Button kind="primary" submits pending={create.pending} disabled={!isGoodPassphrase(passphrase)}>
          {t('unlock.create')}
        </Button>
      </div>
    </form>
  );
}
