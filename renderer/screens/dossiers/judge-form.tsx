import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ConditionResult, DossierView } from '../../../shared/schema/dossier.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { longestReason, suggestReason } from './judgements.ts';
import type { Verdict } from './judgements.ts';
import { useJudge } from './use-judge.ts';

export interface JudgeFormProps {
  readonly reviewId: string;
  readonly dossier: DossierView;
  readonly condition: ConditionResult;
  /** Called after the decision is stored, e.g. to move on to the next line. */
  readonly onRecorded?: () => void;
}

/** One decision in one line: the verdict, a reason to amend, Enter. The reason follows the verdict until typed over. */
export function JudgeForm({ reviewId, dossier, condition, onRecorded }: JudgeFormProps): ReactNode {
  const t = useText();
  const id = useId();
  const { record, command } = useJudge(reviewId, dossier, condition);
  const [verdict, setVerdict] = useState<Verdict | ''>('');
  const [typed, setTyped] = useState<string | null>(null);
  const reason = typed ?? (verdict === '' ? '' : suggestReason(t, condition, verdict));
  const ready = verdict !== '' && reason.trim() !== '';
  const send = async (): Promise<void> => {
    if (verdict !== '' && ready && (await record(verdict, reason))) onRecorded?.();
  };
  const words = { name: dossier.name, condition: condition.text };
  return (
    <form
      className="judge-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ChoiceField<Verdict | ''>
        label={`${t('dossiers.judgement')} ${dossier.name} ${condition.text}`}
        value={verdict}
        onValue={setVerdict}
        options={[
          { value: 'met', label: t('dossiers.judgeMet') },
          { value: 'not-met', label: t('dossiers.judgeNotMet') },
        ]}
      />
      <label className="hidden-text" htmlFor={id}>
        {t('dossiers.judgeReasonFor', words)}
      </label>
      <input
        id={id}
        className="input"
        placeholder={t('dossiers.judgeReason')}
        maxLength={longestReason}
        value={reason}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button submits pending={command.pending} disabled={!ready}>
        {t('dossiers.judge')}
      </Button>
      <ProblemNote problem={command.problem} />
    </form>
  );
}
