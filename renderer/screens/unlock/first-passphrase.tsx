import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { NewPassphrase, isGoodPassphrase } from './new-passphrase.tsx';
import { NewPin } from './new-pin.tsx';
import type { UnlockFormProps } from './passphrase-form.tsx';

/**
 * A seated person's first passphrase; it makes the profile's keys and unlocks. Members are offered a session
 * PIN first, the others keep more than their own sheets and need a passphrase.
 */
export function FirstPassphrase({ tile, onEnter }: UnlockFormProps): ReactNode {
  const t = useText();
  const create = useCommand('session.create');
  const [guard, setGuard] = useState<'pin' | 'passphrase'>(tile.role === 'member' ? 'pin' : 'passphrase');
  const [secret, setSecret] = useState('');
  const ready = guard === 'pin' ? secret !== '' : isGoodPassphrase(secret);
  const choose = (next: 'pin' | 'passphrase'): void => {
    setGuard(next);
    setSecret('');
    create.clear();
  };
  const send = async (): Promise<void> => {
    const reply = await create.run({ personId: tile.personId, passphrase: secret, guard });
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
      <h2>
        {tile.name} · {t(guard === 'pin' ? 'unlock.pinTitle' : 'unlock.firstTitle')}
      </h2>
      {guard === 'pin' ? (
        <NewPin key="pin" onPin={setSecret} />
      ) : (
        <NewPassphrase key="passphrase" onPassphrase={setSecret} />
      )}
      {create.pending && (
        <p className="soft" role="status">
          {t('unlock.working')}
        </p>
      )}
      <ProblemNote problem={create.problem} />
      <div className="row">
        <Button kind="primary" submits pending={create.pending} disabled={!ready}>
          {t(guard === 'pin' ? 'unlock.pinCreate' : 'unlock.create')}
        </Button>
        {tile.role === 'member' && (
          <Button kind="quiet" onClick={() => choose(guard === 'pin' ? 'passphrase' : 'pin')}>
            {t(guard === 'pin' ? 'unlock.ownInstead' : 'unlock.pinInstead')}
          </Button>
        )}
      </div>
    </form>
  );
}
