import type { InputOf, MethodName, OutputOf } from '../../../shared/api/contract.ts';
import { AppError } from '../../../shared/api/problem.ts';
import type { Dispatch } from '../../../shared/api/reply.ts';

/** One person at an own tab: calls the same methods as the interface does. */
export interface Player {
  readonly session: string;
  readonly call: <Name extends MethodName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
}

/** @throws AppError with the problem of a refused call */
export function makePlayer(dispatch: Dispatch, session: string): Player {
  return {
    session,
    call: async (name, input) => {
      const reply = await dispatch({ session, name, input });
      if (reply.ok) return reply.value as never;
      throw new AppError(reply.problem.code, reply.problem.values, reply.problem.places);
    },
  };
}

/** Unlocks a person of the sample, or sets the 示例口令 where there is no profile yet. */
export async function enterAs(
  player: Player,
  person: { personId: string; passphrase: string; hasProfile: boolean },
): Promise<void> {
  const { personId, passphrase } = person;
  await player.call(person.hasProfile ? 'session.unlock' : 'session.create', { personId, passphrase });
}
