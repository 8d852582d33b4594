import { useState } from 'react';
import type { ReactNode } from 'react';
import { TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';

/** Six to twelve digits; the backend also refuses plain rows of digits. */
export function isGoodPin(pin: string): boolean {
  return /^\d{6,12}$/.test(pin.normalize('NFKC').replaceAll(/[\s-]/g, ''));
}

export interface NewPinProps {
  /** Called with the PIN once both entries agree, otherwise with empty text. */
  readonly onPin: (pin: string) => void;
}

/** A session PIN, entered twice. */
export function NewPin({ onPin }: NewPinProps): ReactNode {
  const t = useText();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const enter = (one: string, two: string): void => {
    setFirst(one);
    setSecond(two);
    onPin(one === two && isGoodPin(one) ? one : '');
  };
  const short = first !== '' && second !== '' && !isGoodPin(first);
  const differs = second !== '' && first !== second;
  return (
    <div className="new-passphrase">
      <p className="soft wide">{t('unlock.pinHint')}</p>
      <TextField
        label={t('unlock.pinNew')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        value={first}
        onValue={(value) => enter(value, second)}
        wrong={short ? t('unlock.pinShort') : undefined}
      />
      <TextField
        label={t('unlock.repeat')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        value={second}
        onValue={(value) => enter(first, value)}
        wrong={differs ? t('unlock.differs') : undefined}
      />
    </div>
  );
}
