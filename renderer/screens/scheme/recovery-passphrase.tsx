import { useState } from 'react';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { isGoodPassphrase } from '../unlock/new-passphrase.tsx';

export interface RecoveryPassphraseProps {
  /** The passphrase once both entries agree and it is long enough, otherwise empty text. */
  readonly onPassphrase: (passphrase: string) => void;
  /** It is the same as the own passphrase, which would defeat it. */
  readonly same: boolean;
}

/** The recovery file's own passphrase, entered twice or generated. */
export function RecoveryPassphrase({ onPassphrase, same }: RecoveryPassphraseProps): ReactNode {
  const t = useText();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [generated, setGenerated] = useState<string | null>(null);
  const enter = (one: string, two: string): void => {
    setFirst(one);
    setSecond(two);
    onPassphrase(one === two && isGoodPassphrase(one) ? one : '');
  };
  const generate = async (): Promise<void> => {
    const reply = await call('session.suggest', {});
    if (!reply.ok) return;
    setGenerated(reply.value.passphrase);
    enter(reply.value.passphrase, reply.value.passphrase);
  };
  const short = second !== '' && !isGoodPassphrase(first);
  const differs = second !== '' && first !== second;
  return (
    <fieldset className="recovery">
      <legend>{t('scheme.recoveryPassphrase')}</legend>
      <p className="soft small wide">{t('scheme.recoveryHint')}</p>
      <TextField
        label={t('scheme.recoveryFirst')}
        type="password"
        autoComplete="new-password"
        value={first}
        onValue={(value) => enter(value, second)}
        wrong={same ? t('scheme.recoverySame') : short ? t('unlock.short') : undefined}
      />
      <TextField
        label={t('scheme.recoverySecond')}
        type="password"
        autoComplete="new-password"
        value={second}
        onValue={(value) => enter(first, value)}
        wrong={differs ? t('unlock.differs') : undefined}
      />
      <div className="row wide">
        <Button onClick={() => void generate()}>{t('unlock.generate')}</Button>
        {generated !== null && generated === first && (
          <span className="big-digits" aria-label={t('unlock.generated')}>
            {generated}
          </span>
        )}
      </div>
    </fieldset>
  );
}
