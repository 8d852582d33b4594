import type { ReactNode } from 'react';
import { useQuery } from '../api/use-query.ts';
import { useText } from '../stores/language.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

/** The 示例口令 of a person of the sample review; null in every real one. */
export function useSamplePassphrase(reviewId: string): (personId: string | undefined) => string | null {
  const tiles = useQuery('session.tiles', { reviewId }, ['panel', 'people']);
  return (personId) => tiles.value?.find((tile) => tile.personId === personId)?.samplePassphrase ?? null;
}

export interface PassphraseFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly sample: string | null;
  readonly wrong?: string | undefined;
}

/** One passphrase of somebody present; in the sample with its 示例口令 below. */
export function PassphraseField({ sample, onValue, ...field }: PassphraseFieldProps): ReactNode {
  const t = useText();
  return (
    <div className="passphrase-field">
      <TextField {...field} type="password" autoComplete="off" onValue={onValue} />
      {sample !== null && (
        <div className="sample-passphrase">
          <span>{t('unlock.sample', { passphrase: sample })}</span>
          <Button kind="quiet" onClick={() => onValue(sample)}>
            {t('unlock.sampleUse')}
          </Button>
        </div>
      )}
    </div>
  );
}
