import type { ConditionResult, DossierView } from '../../../shared/schema/dossier.ts';
import { useCommand } from '../../api/use-command.ts';
import type { CommandState } from '../../api/use-command.ts';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import type { Verdict } from './judgements.ts';

export interface Judge {
  readonly record: (verdict: Verdict, reason: string) => Promise<boolean>;
  readonly takeBack: () => Promise<void>;
  readonly command: CommandState<'dossier.judge'>;
}

/** Records or takes back a person's decision on one condition. */
export function useJudge(reviewId: string, dossier: DossierView, condition: ConditionResult): Judge {
  const t = useText();
  const command = useCommand('dossier.judge');
  const place = { reviewId, dossierId: dossier.dossierId, conditionId: condition.conditionId };
  return {
    command,
    record: async (verdict, reason) => {
      const reply = await command.run({ ...place, outcome: verdict, reason });
      return reply.ok;
    },
    takeBack: async () => {
      const question = {
        title: t('dossiers.takeBackTitle'),
        sentence: t('dossiers.takeBackText', { condition: condition.text }),
        verb: t('dossiers.takeBack'),
      };
      if (await confirm(question)) await command.run({ ...place, outcome: null, reason: '' });
    },
  };
}
