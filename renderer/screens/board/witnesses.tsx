import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/schema/people.ts';
import { CheckField } from '../../components/field.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { useText } from '../../stores/language.ts';

/** Seat id of a supervisor who is present → own passphrase, empty when only the presence is noted. */
export type Witnesses = ReadonlyMap<string, string>;

export interface WitnessesProps {
  readonly supervisors: readonly Seat[];
  readonly witnesses: Witnesses;
  readonly onWitnesses: (witnesses: Witnesses) => void;
  readonly sampleOf: (personId: string) => string | null;
  /** Seat id of whose passphrase was wrong. */
  readonly wrong: string | null;
}

/** Supervisors who are present; each may also sign with the own passphrase. */
export function WitnessFields(props: WitnessesProps): ReactNode {
  const t = useText();
  const { supervisors, witnesses, onWitnesses } = props;
  return supervisors.map(({ seatId, personId, name, hasProfile, elsewhere }) => {
    const present = witnesses.has(seatId);
    const set = (passphrase: string | null): void => {
      const next = new Map(witnesses);
      if (passphrase === null) next.delete(seatId);
      else next.set(seatId, passphrase);
      onWitnesses(next);
    };
    return (
      <div key={seatId} className="stack-tight">
        <CheckField
          label={t('board.witness', { name })}
          value={present}
          onValue={(value) => set(value ? '' : null)}
        />
        {present && hasProfile && !elsewhere && (
          <PassphraseField
            label={t('board.witnessPassphrase', { name })}
            hint={t('board.witnessHint')}
            value={witnesses.get(seatId) ?? ''}
            onValue={set}
            sample={props.sampleOf(personId)}
            wrong={props.wrong === seatId ? t('problem.wrong-passphrase') : undefined}
          />
        )}
      </div>
    );
  });
}
