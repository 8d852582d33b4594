import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Seat } from '../../../shared/schema/people.ts';
import type { Text } from '../../../shared/text/index.ts';
import { ChoiceField } from '../../components/field.tsx';
import { PassphraseField } from '../../components/passphrase-field.tsx';
import { useText } from '../../stores/language.ts';

/** The chair and the deputy, the chair first. */
export function keepersOf(seats: readonly Seat[]): readonly Seat[] {
  const held = seats.filter(({ chair, deputy }) => chair || deputy);
  return held.toSorted((left, right) => Number(right.chair) - Number(left.chair));
}

/** The sentence below a passphrase field when it was this person's that was wrong. */
export function wrongOf(t: Text, problem: Problem | undefined, who: string): string | undefined {
  const own = problem?.code === 'wrong-passphrase' && problem.values?.['who'] === who;
  return own ? t('problem.wrong-passphrase') : undefined;
}

export interface KeeperChoiceProps {
  readonly label: string;
  readonly keepers: readonly Seat[];
  readonly chosen: Seat;
  readonly onChosen: (seatId: string) => void;
}

/** Chair or deputy. */
export function KeeperChoice({ label, keepers, chosen, onChosen }: KeeperChoiceProps): ReactNode {
  const t = useText();
  return (
    <div className="field">
      <span className="label">{label}</span>
      <ChoiceField
        label={label}
        value={chosen.seatId}
        onValue={onChosen}
        options={keepers.map(({ seatId, name, chair }) => ({
          value: seatId,
          label: t(chair ? 'board.keeper-chair' : 'board.keeper-deputy', { name }),
        }))}
      />
    </div>
  );
}

export interface KeeperProps extends KeeperChoiceProps {
  readonly passphrase: string;
  readonly onPassphrase: (passphrase: string) => void;
  readonly sample: string | null;
  readonly wrong: string | undefined;
}

/** Chair or deputy, and the passphrase of the one chosen. */
export function KeeperFields(props: KeeperProps): ReactNode {
  const t = useText();
  const { label, keepers, chosen, onChosen } = props;
  return (
    <>
      <KeeperChoice label={label} keepers={keepers} chosen={chosen} onChosen={onChosen} />
      <PassphraseField
        label={t('board.passphraseOf', { name: chosen.name })}
        value={props.passphrase}
        onValue={props.onPassphrase}
        sample={props.sample}
        wrong={props.wrong}
      />
    </>
  );
}
