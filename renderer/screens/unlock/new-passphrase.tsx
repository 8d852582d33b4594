import { useState } from 'react';
import type { ReactNode } from 'react';
import { call } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';

/** At least 12 characters, spaces at the ends not counted (decisions.md, KDF). The backend decides. */
export function isGoodPassphrase(passphrase: string): boolean {
  return Array.from(passphrase.trim()).length >= 12;
}

export interface NewPassphraseProps {
  /** Called with the passphrase once both entries agree, otherwise with empty text. */
  readonly onPassphrase: (passphrase: string) => void;
}

/** Two entries of an own passphrase, or 16 generated digits to write down. */
export function NewPassphrase({ onPassphrase }: NewPassphraseProps): ReactNode {
  const t = useText();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [generated, setGenerated] = useState<string | null>(null);
  const enter = (one: string, two: string): void => {
    setFirst(one);
    setSecond(two);
    onPassphrase(one === two ? one : '');
  };
  const generate = async (): Promise<void> => {
    const reply = await call('session.suggest', {});
    if (!reply.ok) return;
    setGenerated(reply.value.passphrase);
    enter(reply.value.passphrase, reply.value.passphrase);
  };
  const short = first !== '' && !isGoodPassphrase(first) && second !== '';
  const differs = second !== '' && first !== second;
  return (
    <div className="new-passphrase">
      <p className="soft wide">{t('unlock.firstHint')}</p>
      <TextField
        label={t('unlock.new')}
        type="password"
        autoComplete="new-password"
        value={first}
        onValue={(value) => enter(value, second)}
        wrong={short ? t('unlock.short') : undefined}
      />
      <TextField
        label={t('unlock.repeat')}
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
    </div>
  );
}
