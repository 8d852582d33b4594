import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { useQuery } from '../../api/use-query.ts';
import { PassphraseField, useSamplePassphrase } from '../../components/passphrase-field.tsx';
import { useText } from '../../stores/language.ts';
import { useSession } from '../../stores/session.ts';

export interface OwnPassphraseProps {
  readonly reviewId: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly problem: Problem | undefined;
}

/** The unlocked person's own passphrase; what is wrong with it stands beside it. */
export function OwnPassphrase({ reviewId, value, onValue, problem }: OwnPassphraseProps): ReactNode {
  const t = useText();
  const personId = useSession()?.personId;
  const sample = useSamplePassphrase(reviewId)(personId);
  const tiles = useQuery('session.tiles', { reviewId }, ['panel', 'people']);
  const pin = tiles.value?.find((tile) => tile.personId === personId)?.guard === 'pin';
  const wrong = isOfPassphrase(problem) ? t.problem(problem).join(' ') : undefined;
  return (
    <div className="desk-passphrase">
      <PassphraseField
        label={t(pin ? 'unlock.pin' : 'unlock.passphrase')}
        value={value}
        onValue={onValue}
        sample={sample}
        wrong={wrong}
      />
    </div>
  );
}

/** A problem of the passphrase is said beside its field; every other one in a note. */
export function withoutPassphrase(problem: Problem | undefined): Problem | undefined {
  return isOfPassphrase(problem) ? undefined : problem;
}

function isOfPassphrase(problem: Problem | undefined): problem is Problem {
  return problem?.code === 'wrong-passphrase' || problem?.code === 'slow-down';
}
