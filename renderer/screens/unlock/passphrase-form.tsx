import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Session, Tile } from '../../../shared/schema/session.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { SeatUnlock } from './seat-unlock.tsx';

/** Seconds that the backend asks to wait; 0 when it asks nothing. */
function waitOf(problem: Problem | undefined): number {
  const seconds = problem?.values?.['seconds'];
  return typeof seconds === 'number' && seconds > 0 ? Math.ceil(seconds) : 0;
}

/** Counts down while the backend refuses further tries. */
function useWait(problem: Problem | undefined): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const untilMs = Date.now() + waitOf(problem) * 1000;
    const count = (): void => setLeft(Math.max(0, Math.ceil((untilMs - Date.now()) / 1000)));
    count();
    const timer = window.setInterval(count, 500);
    return () => window.clearInterval(timer);
  }, [problem]);
  return left;
}

export interface UnlockFormProps {
  readonly tile: Tile;
  readonly onEnter: (session: Session) => void;
}

/** One field, the sample's passphrase beside it, and what a wrong try means. */
export function PassphraseForm({ tile, onEnter }: UnlockFormProps): ReactNode {
  const t = useText();
  const unlock = useCommand('session.unlock');
  const [passphrase, setPassphrase] = useState('');
  const [wrongTries, setWrongTries] = useState(0);
  const wait = useWait(unlock.problem);
  const send = async (): Promise<void> => {
    if (passphrase === '' || wait > 0) return;
    const reply = await unlock.run({ personId: tile.personId, passphrase });
    if (reply.ok) return onEnter(reply.value);
    setPassphrase('');
    if (reply.problem.code === 'wrong-passphrase') setWrongTries((count) => count + 1);
  };
  const sample = tile.samplePassphrase;
  const pin = tile.guard === 'pin';
  const left = unlock.problem?.values?.['left'];
  const pinLocked = unlock.problem?.values?.['what'] === 'pin-locked' || left === 0;
  return (
    <form
      className="unlock-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{tile.name}</h2>
      <div className="beside">
        <TextField
          label={t(pin ? 'unlock.pin' : 'unlock.passphrase')}
          type="password"
          inputMode={pin ? 'numeric' : undefined}
          autoComplete="off"
          autoFocus
          value={passphrase}
          onValue={setPassphrase}
        />
        <Button kind="primary" submits pending={unlock.pending} disabled={passphrase === '' || wait > 0}>
          {t('unlock.enter')}
        </Button>
      </div>
      {sample !== null && (
        <div className="sample-passphrase">
          <span>{t('unlock.sample', { passphrase: sample })}</span>
          <Button kind="quiet" onClick={() => setPassphrase(sample)}>
            {t('unlock.sampleUse')}
          </Button>
        </div>
      )}
      {unlock.pending && (
        <p className="soft" role="status">
          {t('unlock.working')}
        </p>
      )}
      <ProblemNote problem={unlock.problem} />
      {wait > 0 && <p className="warn">{t('unlock.wait', { seconds: wait })}</p>}
      {pin && typeof left === 'number' && left > 0 && (
        <p className="warn">{t('unlock.pinLeft', { count: left })}</p>
      )}
      {pinLocked && <SeatUnlock onFreed={unlock.clear} />}
      {!pin && wrongTries > 1 && <p className="soft">{t('unlock.tries', { count: wrongTries })}</p>}
      {!pin && (wrongTries > 1 || sample === null) && <p className="soft small">{t('unlock.forgotten')}</p>}
    </form>
  );
}
