import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { Correction } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { goReview } from '../../stores/router.ts';
import { beginCorrection, endCorrection } from '../desk/desk-saving.ts';
import { useTyped } from '../desk/desk-store.ts';
import { namedPlaces } from '../desk/named-places.ts';
import { OverallField } from '../desk/overall-field.tsx';
import { OwnPassphrase, withoutPassphrase } from '../desk/own-passphrase.tsx';
import { contentOf, standOf } from '../desk/sheet-content.ts';
import { sheetSum } from '../desk/sheet-sums.ts';
import { SheetTable } from '../desk/sheet-table.tsx';
import { useDesk } from '../desk/use-desk.ts';

export interface CorrectSheetProps {
  readonly reviewId: string;
  readonly correction: Correction;
}

/** The own reopened sheet with its first scores in the fields; signed with the own passphrase. */
export function CorrectSheet({ reviewId, correction }: CorrectSheetProps): ReactNode {
  const t = useText();
  const { dossierId, name, reason, note } = correction;
  const { open, problem } = useDesk(reviewId);
  const typed = useTyped(dossierId);
  const send = useCommand('correction.submit');
  const [passphrase, setPassphrase] = useState('');
  useEffect(() => {
    beginCorrection(dossierId);
    return endCorrection;
  }, [dossierId]);
  if (open === undefined) {
    return (
      <Page title={t('law.correctSheet', { name })}>
        {problem === undefined ? (
          <p className="soft">{t('frame.loading')}</p>
        ) : (
          <ProblemNote problem={problem} />
        )}
      </Page>
    );
  }
  const { scheme } = open;
  const ready = standOf(scheme, typed) === 'ready';
  const submit = async (): Promise<void> => {
    const reply = await send.run({ reviewId, dossierId, content: contentOf(scheme, typed), passphrase });
    if (!reply.ok) return;
    endCorrection();
    showNotice(t('law.corrected'));
    goReview(reviewId, 'results');
  };
  return (
    <Page
      title={t('law.correctSheet', { name })}
      actions={<Button onClick={() => goReview(reviewId, 'results')}>{t('law.back')}</Button>}
    >
      <div className="panel warn-panel stack-tight" role="note">
        <p>{t('law.correctReason', { reason, note })}</p>
        <strong>{t('law.correctKeeps')}</strong>
      </div>
      <SheetTable
        scheme={scheme}
        dossierId={dossierId}
        label={t('desk.sheetOf', { name })}
        writable
        onChosen={() => undefined}
      />
      <OverallField dossierId={dossierId} writable />
      <form
        className="panel form-page"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && passphrase !== '') void submit();
        }}
      >
        <p>
          <strong>{t('law.correctTotal', { total: sheetSum(scheme, typed).total ?? '—' })}</strong>
        </p>
        {!ready && <p className="bad">{t('law.correctIncomplete')}</p>}
        <OwnPassphrase
          reviewId={reviewId}
          value={passphrase}
          onValue={setPassphrase}
          problem={send.problem}
        />
        <ProblemNote problem={namedPlaces(withoutPassphrase(send.problem))} />
        <div className="row">
          <Button kind="primary" submits pending={send.pending} disabled={!ready || passphrase === ''}>
            {t('law.correctSubmit')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
