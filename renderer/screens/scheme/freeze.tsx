import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useTop } from '../../components/use-top.ts';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { useSession } from '../../stores/session.ts';
import { RecoveryPassphrase } from './recovery-passphrase.tsx';

export interface FreezeFormProps {
  readonly reviewId: string;
  readonly revision: number;
  readonly scheme: Scheme;
  readonly onBack: () => void;
  readonly onFrozen: () => void;
}

/** 定稿: what it means, the deputy, the own passphrase, and the recovery file's. */
export function FreezeForm({ reviewId, revision, scheme, onBack, onFrozen }: FreezeFormProps): ReactNode {
  const t = useText();
  const session = useSession();
  const panel = useQuery('panel.get', { reviewId }, ['panel']);
  const freeze = useCommand('scheme.freeze');
  const sampleOf = useSamplePassphrase(reviewId);
  const [chosen, setChosen] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [recovery, setRecovery] = useState('');
  const seats = panel.value?.seats ?? [];
  const members = seats.filter(({ role }) => role === 'member');
  const named = seats.find(({ deputy }) => deputy)?.seatId ?? '';
  const deputySeatId = chosen === '' ? named : chosen;
  const minimum = scheme.panel?.minimum ?? 3;
  const enough = members.length >= minimum;
  const wrongOwn = freeze.problem?.code === 'wrong-passphrase';
  const same = recovery !== '' && recovery === passphrase;
  const ready = enough && deputySeatId !== '' && passphrase !== '' && recovery !== '' && !same;
  useTop();
  const send = async (): Promise<void> => {
    const input = { reviewId, revision, deputySeatId, passphrase, recoveryPassphrase: recovery };
    const reply = await freeze.run(input);
    if (reply.ok) onFrozen();
    else if (reply.problem.code === 'wrong-passphrase') setPassphrase('');
  };
  return (
    <form
      className="panel form-page freeze"
      aria-label={t('scheme.freezeTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void send();
      }}
    >
      <h2>{t('scheme.freezeTitle')}</h2>
      <ul className="plain-rules">
        <li>{t('scheme.freezeMeans1')}</li>
        <li>{t('scheme.freezeMeans2')}</li>
        <li>{t('scheme.freezeMeans3')}</li>
      </ul>
      {!enough && panel.value !== undefined && (
        <div className="row">
          <span className="bad">{t('scheme.tooFewMembers', { minimum, seated: members.length })}</span>
          <Button onClick={() => goReview(reviewId, 'panel')}>{t('scheme.toPanel')}</Button>
        </div>
      )}
      <SelectField
        label={t('scheme.deputy')}
        hint={t('scheme.deputyHint')}
        placeholder={t('scheme.deputyChoose')}
        options={members
          .filter(({ chair }) => !chair)
          .map(({ seatId, name, organisation }) => ({
            value: seatId,
            label: organisation === '' ? name : `${name}（${organisation}）`,
          }))}
        value={deputySeatId}
        onValue={setChosen}
      />
      <PassphraseField
        label={t('scheme.ownPassphrase', { name: session?.name ?? '' })}
        value={passphrase}
        onValue={setPassphrase}
        sample={sampleOf(session?.personId)}
        wrong={wrongOwn ? t('problem.wrong-passphrase') : undefined}
      />
      <RecoveryPassphrase onPassphrase={setRecovery} same={same} />
      {freeze.pending && (
        <p className="soft" role="status">
          {t('scheme.freezing')}
        </p>
      )}
      {!wrongOwn && <ProblemNote problem={freeze.problem ?? panel.problem} />}
      <div className="row">
        <Button kind="primary" submits pending={freeze.pending} disabled={!ready}>
          {t('scheme.freeze')}
        </Button>
        <Button onClick={onBack}>{t('scheme.freezeBack')}</Button>
      </div>
    </form>
  );
}
