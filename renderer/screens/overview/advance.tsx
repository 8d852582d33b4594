import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Phase } from '../../../shared/domain/phase.ts';
import type { ReviewOverview } from '../../../shared/schema/review.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { advanceWords } from './advance-words.ts';
import { useAdvance } from './use-advance.ts';

function StepBack(props: {
  readonly reviewId: string;
  readonly to: Phase;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const back = useCommand('review.stepBack');
  const [reason, setReason] = useState('');
  const phase = t(`phase.${props.to}`);
  const send = async (): Promise<void> => {
    const reply = await back.run({ reviewId: props.reviewId, to: props.to, reason });
    if (reply.ok) props.onClose();
  };
  return (
    <Dialog
      title={t('overview.backTitle', { phase })}
      onClose={props.onClose}
      ends={
        <>
          <Button onClick={props.onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={back.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('overview.back', { phase })}
          </Button>
        </>
      }
    >
      <p>{t('overview.backText')}</p>
      <TextField label={t('overview.backReason')} value={reason} onValue={setReason} autoFocus />
      <ProblemNote problem={back.problem} />
    </Dialog>
  );
}

/** Buttons to the phases reachable from here, what each still needs, and apart from them the way back. */
export function Advance({ overview }: { readonly overview: ReviewOverview }): ReactNode {
  const t = useText();
  const { go, command } = useAdvance(overview.reviewId);
  const [backTo, setBackTo] = useState<Phase | null>(null);
  const { reviewId, advances, stepsBack } = overview;
  if (advances.length === 0 && stepsBack.length === 0) return null;
  return (
    <div className="panel stack">
      <ProblemNote problem={command.problem} />
      {advances.map(({ to, needs }) => (
        <div key={to} className="stack-tight">
          <div className="row">
            <Button pending={command.pending} disabled={needs.length > 0} onClick={() => void go(to)}>
              {advanceWords(t, to)}
            </Button>
            {needs.length > 0 && (
              <span className="soft">{needs.map((need) => t.of(need)).join(t('punctuation.listBreak'))}</span>
            )}
          </div>
        </div>
      ))}
      {stepsBack.length > 0 && (
        <div className="row">
          {stepsBack.map((to) => (
            <Button key={to} kind="quiet" onClick={() => setBackTo(to)}>
              {t('overview.back', { phase: t(`phase.${to}`) })}
            </Button>
          ))}
        </div>
      )}
      {backTo !== null && <StepBack reviewId={reviewId} to={backTo} onClose={() => setBackTo(null)} />}
    </div>
  );
}
