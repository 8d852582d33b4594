import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { dropMine, loadLatest, takeMine } from './desk-saving.ts';
import { useDeskStore } from './desk-store.ts';
import { mineCount } from './merge-latest.ts';
import { isWithdrawable, isWritable, type OpenDesk } from './use-desk.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** Another tab changed the sheet: what that means and what to do. */
function StaleNote({ dossierId }: { readonly dossierId: string }): ReactNode {
  const t = useText();
  const state = useDeskStore((desk) => desk.sheets[dossierId]?.state);
  const mine = useDeskStore((desk) => desk.sheets[dossierId]?.mine ?? null);
  if (state === 'stale') {
    return (
      <div className="problem row" role="alert">
        <span>
          {t('desk.staleTitle')} <span className="soft">{t('desk.staleKeeps')}</span>
        </span>
        <Button onClick={() => void loadLatest(dossierId)}>{t('desk.loadLatest')}</Button>
      </div>
    );
  }
  if (mine === null) return null;
  return (
    <div className="calm row" role="status">
      <span>{t('desk.mineTitle', { count: mineCount(mine) })}</span>
      <Button onClick={() => takeMine(dossierId, null)}>{t('desk.mineAll')}</Button>
      <Button onClick={() => dropMine(dossierId)}>{t('desk.mineDrop')}</Button>
    </div>
  );
}

function sentenceKey(
  open: OpenDesk,
  sheet: DeskSheet,
):
  | 'desk.recusedText'
  | 'desk.absentText'
  | 'desk.paperText'
  | 'desk.submittedText'
  | 'desk.submittedForGood'
  | 'desk.overText'
  | null {
  if (sheet.state === 'recused') return 'desk.recusedText';
  if (sheet.state === 'absent') return 'desk.absentText';
  if (sheet.state === 'paper') return 'desk.paperText';
  if (sheet.state === 'submitted')
    return isWithdrawable(open, sheet) ? 'desk.submittedText' : 'desk.submittedForGood';
  return isWritable(open, sheet) || open.desk.draftBlockedBy.length > 0 ? null : 'desk.overText';
}

/** Above a sheet: why it is read-only, and what can be done. */
export function SheetNotes({
  open,
  sheet,
}: {
  readonly open: OpenDesk;
  readonly sheet: DeskSheet;
}): ReactNode {
  const t = useText();
  const [withdrawing, setWithdrawing] = useState(false);
  const key = sentenceKey(open, sheet);
  return (
    <>
      {sheet.delivery?.state === 'refused' && (
        <p className="problem" role="alert">
          {t('desk.deliveryRefused', { name: sheet.name })}
          {t.of(`exchange.reason.${sheet.delivery.reason}`)}
        </p>
      )}
      {key !== null && (
        <div className="calm row">
          <span>
            {t(key, { name: sheet.name, seq: sheet.seq })}
            {sheet.state === 'submitted' && sheet.content === null && t('desk.submittedUnseen')}
          </span>
          {isWithdrawable(open, sheet) && (
            <Button kind="danger" onClick={() => setWithdrawing(true)}>
              {t('desk.withdraw')}
            </Button>
          )}
        </div>
      )}
      {isWritable(open, sheet) && <StaleNote dossierId={sheet.dossierId} />}
      {withdrawing && (
        <WithdrawDialog reviewId={open.reviewId} sheet={sheet} onClose={() => setWithdrawing(false)} />
      )}
    </>
  );
}

/** Why nothing can be drafted or submitted yet, in calm sentences. */
export function BlockedNotes(props: {
  readonly reasons: readonly string[];
  readonly onRecusal: () => void;
}): ReactNode {
  const t = useText();
  if (props.reasons.length === 0) return null;
  return (
    <div className="calm stack-tight" role="status">
      {props.reasons.map((reason) => (
        <span key={reason} className="row">
          {t.of(reason)}
          {reason === 'desk.notDeclared' && (
            <Button kind="primary" onClick={props.onRecusal}>
              {t('desk.toRecusal')}
            </Button>
          )}
        </span>
      ))}
    </div>
  );
}
