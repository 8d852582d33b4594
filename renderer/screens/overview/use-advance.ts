import { stepsBack } from '../../../shared/domain/phase.ts';
import type { Phase } from '../../../shared/domain/phase.ts';
import { useCommand } from '../../api/use-command.ts';
import type { CommandState } from '../../api/use-command.ts';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { advanceWords } from './advance-words.ts';

export interface AdvanceState {
  readonly go: (to: Phase) => Promise<void>;
  readonly command: CommandState<'review.advance'>;
}

/** Goes on to a phase; asks first where no step leads back. */
export function useAdvance(reviewId: string): AdvanceState {
  const t = useText();
  const command = useCommand('review.advance');
  const go = async (to: Phase): Promise<void> => {
    const title = advanceWords(t, to);
    const question = { title, sentence: t('overview.advanceForGood'), verb: title, irreversible: true };
    if (stepsBack[to] === undefined && !(await confirm(question))) return;
    await command.run({ reviewId, to });
  };
  return { go, command };
}
