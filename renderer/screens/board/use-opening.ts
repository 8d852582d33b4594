import type { Problem } from '../../../shared/api/problem.ts';
import type { Seat } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { useTask } from '../../api/use-task.ts';
import type { Witnesses } from './witnesses.tsx';

export interface OpeningInput {
  readonly keeper: Seat;
  readonly own: string;
  readonly other: string;
  readonly witnesses: Witnesses;
}

export interface OpeningSteps {
  /** Sheets that are open now, or that the keeper was asked to open, and their digest; null when refused. */
  readonly run: (input: OpeningInput) => Promise<{ count: number; digest: string } | null>;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
}

/** One press: begins in the record, lets supervisors sign, then opens here or asks the keeper's laptop. */
export function useOpening(reviewId: string): OpeningSteps {
  const begin = useCommand('opening.begin');
  const witness = useCommand('opening.witness');
  const open = useCommand('opening.open');
  const request = useTask('opening.request');
  const run = async ({
    keeper,
    own,
    other,
    witnesses,
  }: OpeningInput): Promise<{ count: number; digest: string } | null> => {
    const keeperSeatId = keeper.seatId;
    const begun = await begin.run({ reviewId, keeperSeatId });
    if (!begun.ok) return null;
    const { digest } = begun.value;
    for (const [seatId, passphrase] of witnesses) {
      if (passphrase !== '' && !(await witness.run({ reviewId, seatId, passphrase })).ok) return null;
    }
    if (keeper.elsewhere) {
      const asked = await request.start({ reviewId, keeperSeatId, secretaryPassphrase: own });
      return asked.ok ? { count: asked.value.count, digest } : null;
    }
    const passphrases = { secretaryPassphrase: own, keeperSeatId, keeperPassphrase: other };
    const opened = await open.run({ reviewId, ...passphrases, witnessSeatIds: [...witnesses.keys()] });
    return opened.ok ? { count: opened.value.opened, digest } : null;
  };
  return {
    run,
    pending: begin.pending || witness.pending || open.pending || request.running,
    problem: begin.problem ?? witness.problem ?? open.problem ?? request.problem,
  };
}
