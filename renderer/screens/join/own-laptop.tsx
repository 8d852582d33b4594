import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { go } from '../../stores/router.ts';
import { takeSession, useSession } from '../../stores/session.ts';
import { isGoodPassphrase, NewPassphrase } from '../unlock/new-passphrase.tsx';
import { FirstPackage } from './first-package.tsx';
import { OwnCard } from './own-card.tsx';

/** Name and passphrase, then the card, then the first package. Who has a profile here only unlocks. */
export function OwnLaptop(): ReactNode {
  const session = useSession();
  if (session === null) return <Enrol />;
  return (
    <div className="stack">
      <OwnCard />
      <FirstPackage />
    </div>
  );
}

function Enrol(): ReactNode {
  const t = useText();
  const tiles = useQuery('session.tiles', { reviewId: null }, ['people', 'session']);
  const enrol = useCommand('member.enrol');
  const [name, setName] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const ready = name.trim() !== '' && isGoodPassphrase(passphrase);
  const send = async (): Promise<void> => {
    const reply = await enrol.run({ name, organisation, passphrase });
    if (reply.ok) takeSession(reply.value);
  };
  return (
    <div className="stack">
      {(tiles.value ?? []).length > 0 && (
        <p className="row">
          <span className="soft">{t('join.haveProfile')}</span>
          <Button onClick={() => go({ page: 'unlock', reviewId: null, onward: { page: 'join' } })}>
            {t('frame.unlock')}
          </Button>
        </p>
      )}
      <form
        className="panel form-page"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void send();
        }}
      >
        <TextField label={t('join.name')} autoFocus value={name} onValue={setName} />
        <TextField label={t('join.organisation')} optional value={organisation} onValue={setOrganisation} />
        <NewPassphrase onPassphrase={setPassphrase} />
        <ProblemNote problem={enrol.problem} />
        <div className="row">
          <Button kind="primary" submits pending={enrol.pending} disabled={!ready}>
            {t('join.enrol')}
          </Button>
        </div>
      </form>
    </div>
  );
}
