import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TallyRow, TallyView } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { isPreferenceOpen } from './rows.ts';

interface DecisionFormProps {
  readonly reviewId: string;
  readonly row: TallyRow;
  readonly onDone?: () => void;
}

/** The panel's decision on one enterprise: applies or not, with a reason. */
function DecisionForm({ reviewId, row, onDone }: DecisionFormProps): ReactNode {
  const t = useText();
  const confirm = useCommand('tally.confirmPreference');
  const [reason, setReason] = useState(row.preference.reason);
  const [asked, setAsked] = useState(false);
  const decide = async (confirmed: boolean): Promise<void> => {
    if (reason.trim() === '') return setAsked(true);
    const reply = await confirm.run({ reviewId, dossierId: row.dossierId, confirmed, reason });
    if (reply.ok) onDone?.();
  };
  return (
    <div className="stack">
      <p>{t('results.preferenceMeets', { name: row.name })}</p>
      <div className="beside">
        <TextField
          label={t('results.preferenceReason')}
          hint={t('results.preferenceReasonHint')}
          wrong={asked && reason.trim() === '' ? t('results.preferenceReasonNeeded') : undefined}
          value={reason}
          onValue={setReason}
          maxLength={200}
        />
        <Button kind="primary" pending={confirm.pending} onClick={() => void decide(true)}>
          {t('results.preferenceConfirm')}
        </Button>
        <Button pending={confirm.pending} onClick={() => void decide(false)}>
          {t('results.preferenceDecline')}
        </Button>
      </div>
      <ProblemNote problem={confirm.problem} />
    </div>
  );
}

export interface PreferencePanelProps {
  readonly reviewId: string;
  readonly view: TallyView;
  readonly conditions: readonly string[];
  readonly mayDecide: boolean;
}

/** 同等条件可优先: what the panel still has to decide. Nothing when nothing is open. */
export function PreferencePanel({ reviewId, view, conditions, mayDecide }: PreferencePanelProps): ReactNode {
  const t = useText();
  if (view.openTies.length === 0) return null;
  return (
    <section className="panel stack preference-panel" aria-label={t('results.preferenceTitle')}>
      <div className="row">
        <h2>{t('results.preferenceTitle')}</h2>
        <span className="soft">{conditions.join(t('punctuation.listBreak'))}</span>
      </div>
      <p>{t('results.preferenceText')}</p>
      {view.openTies.map((ids) => {
        const rows = view.rows.filter(({ dossierId }) => ids.includes(dossierId));
        const names = rows.map(({ name }) => name).join('、');
        return (
          <div key={ids.join(' ')} className="stack">
            <p>
              <strong>{t('results.preferenceTie', { score: rows.at(0)?.score ?? '', names })}</strong>
            </p>
            {rows
              .filter((row) => isPreferenceOpen(view, row))
              .map((row) =>
                mayDecide ? (
                  <DecisionForm key={row.dossierId} reviewId={reviewId} row={row} />
                ) : (
                  <p key={row.dossierId}>{t('results.preferenceMeets', { name: row.name })}</p>
                ),
              )}
          </div>
        );
      })}
      {!mayDecide && <p className="soft">{t('results.preferenceWaits')}</p>}
    </section>
  );
}

/** A decision taken, and the way to change it. Nothing while it is open or not asked for. */
export function PreferenceDecision(props: DecisionFormProps & { readonly mayDecide: boolean }): ReactNode {
  const t = useText();
  const [changing, setChanging] = useState(false);
  const { confirmed, reason } = props.row.preference;
  if (confirmed === null) return null;
  const decision = t(confirmed ? 'results.preferenceApplies' : 'results.preferenceNot');
  if (changing) {
    return <DecisionForm reviewId={props.reviewId} row={props.row} onDone={() => setChanging(false)} />;
  }
  return (
    <div className="row">
      <span>{t('results.preferenceDecided', { decision, reason })}</span>
      {props.mayDecide && (
        <Button kind="quiet" onClick={() => setChanging(true)}>
          {t('results.preferenceChange')}
        </Button>
      )}
    </div>
  );
}
