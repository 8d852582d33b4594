import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TallyView } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { ownDeviations, type OwnDeviation } from './open-votes.ts';
import { deviationWords } from './rows.ts';

function DeviationForm(props: { readonly reviewId: string; readonly found: OwnDeviation }): ReactNode {
  const t = useText();
  const { row, sheet } = props.found;
  const send = useCommand('tally.explainDeviation');
  const [text, setText] = useState(sheet.deviationNote);
  const [editing, setEditing] = useState(sheet.deviationNote === '');
  const [asked, setAsked] = useState(false);
  const save = async (): Promise<void> => {
    if (text.trim() === '') return setAsked(true);
    const reply = await send.run({ reviewId: props.reviewId, dossierId: row.dossierId, text: text.trim() });
    if (reply.ok) setEditing(false);
  };
  const warning = deviationWords(t, sheet.deviation) ?? '';
  return (
    <div className="stack-tight">
      <p>
        <strong>{t('law.deviationOf', { name: row.name, total: sheet.total ?? '', warning })}</strong>
      </p>
      {editing ? (
        <div className="beside">
          <TextField
            label={t('law.deviationExplain', { name: row.name })}
            wrong={asked && text.trim() === '' ? t('law.deviationNeeded') : undefined}
            value={text}
            onValue={setText}
            maxLength={1000}
          />
          <Button pending={send.pending} onClick={() => void save()}>
            {t('law.deviationSave')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <span>{t('law.deviationGiven', { text: sheet.deviationNote || text })}</span>
          <Button kind="quiet" onClick={() => setEditing(true)}>
            {t('law.deviationChange')}
          </Button>
        </div>
      )}
      <ProblemNote problem={send.problem} />
    </div>
  );
}

export interface DeviationPanelProps {
  readonly reviewId: string;
  readonly view: TallyView;
  readonly seatId: string | undefined;
  readonly mayExplain: boolean;
}

/** 畸高畸低: the unlocked member explains the own scores that deviate. Nothing when none does. */
export function DeviationPanel({ reviewId, view, seatId, mayExplain }: DeviationPanelProps): ReactNode {
  const t = useText();
  const found = ownDeviations(view, seatId);
  if (found.length === 0 || !mayExplain) return null;
  return (
    <section className="panel stack preference-panel" aria-label={t('law.deviationTitle')}>
      <h2>{t('law.deviationTitle')}</h2>
      <p>{t('law.deviationText')}</p>
      {found.map((each) => (
        <DeviationForm key={each.row.dossierId} reviewId={reviewId} found={each} />
      ))}
    </section>
  );
}
