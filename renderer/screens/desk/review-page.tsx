import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { refreshRevisions } from '../../stores/revisions.ts';
import { goReview } from '../../stores/router.ts';
import { flushDesk } from './desk-saving.ts';
import { useDeskStore } from './desk-store.ts';
import { namedPlaces } from './named-places.ts';
import { OwnPassphrase, withoutPassphrase } from './own-passphrase.tsx';
import { ReviewTable } from './review-table.tsx';
import { BlockedNotes } from './sheet-notes.tsx';
import { SubmitResult } from './submit-result.tsx';
import { isSubmittable, type OpenDesk } from './use-desk.ts';

type Submitted = OutputOf<'desk.submit'>['submitted'];

/** 提交前核对: own scores of all dossiers side by side, then one passphrase for all that are ticked. */
export function ReviewPage({ open }: { readonly open: OpenDesk }): ReactNode {
  const t = useText();
  const { reviewId, desk } = open;
  const submit = useCommand('desk.submit');
  const [unticked, setUnticked] = useState<readonly string[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const [unsaved, setUnsaved] = useState(false);
  const [submitted, setSubmitted] = useState<Submitted>([]);
  const drafts = useDeskStore((state) => state.sheets);
  useEffect(() => {
    // What is compared here is what the store holds, so everything typed is saved first.
    void flushDesk().then(refreshRevisions);
  }, []);
  const ready = desk.sheets.filter(
    ({ state, dossierId }) => state === 'ready' && drafts[dossierId]?.state !== 'stale',
  );
  const chosen = ready.filter(({ dossierId }) => !unticked.includes(dossierId));
  const send = async (): Promise<void> => {
    if (chosen.length === 0 || passphrase === '') return;
    await flushDesk();
    const lost = chosen.some(({ dossierId }) => {
      const draft = useDeskStore.getState().sheets[dossierId];
      return draft === undefined || draft.edits !== draft.savedEdits;
    });
    setUnsaved(lost);
    if (lost) return;
    const dossierIds = chosen.map(({ dossierId }) => dossierId);
    const reply = await submit.run({ reviewId, dossierIds, passphrase });
    setPassphrase('');
    if (reply.ok) setSubmitted(reply.value.submitted);
  };
  const names = chosen.map(({ name }) => name).join('、');
  return (
    <Page
      title={t('desk.reviewTitle')}
      note={t('desk.reviewHint')}
      actions={<Button onClick={() => goReview(reviewId, 'desk')}>{t('desk.backToSheet')}</Button>}
    >
      {submitted.length > 0 && <SubmitResult sheets={desk.sheets} submitted={submitted} />}
      <BlockedNotes reasons={desk.submitBlockedBy} onRecusal={() => goReview(reviewId, 'recusal')} />
      <ReviewTable
        open={open}
        ready={ready}
        unticked={unticked}
        onTick={(dossierId, ticked) =>
          setUnticked(ticked ? unticked.filter((id) => id !== dossierId) : [...unticked, dossierId])
        }
      />
      {isSubmittable(open) && (ready.length > 0 || submitted.length === 0) && (
        <form
          className="panel submit-form"
          aria-label={t('desk.reviewTitle')}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          {ready.length === 0 && <p>{t('desk.reviewNone')}</p>}
          {ready.length > 0 && (
            <div className="beside">
              <div className="stack-tight">
                <p>
                  {chosen.length === 0
                    ? t('desk.reviewUntick')
                    : t('desk.reviewChosen', { count: chosen.length, names })}
                </p>
                <p className="soft small">{t('desk.reviewSigns')}</p>
              </div>
              <OwnPassphrase
                reviewId={reviewId}
                value={passphrase}
                onValue={setPassphrase}
                problem={submit.problem}
              />
              <Button
                kind="primary"
                submits
                pending={submit.pending}
                disabled={chosen.length === 0 || passphrase === ''}
              >
                {submit.pending ? t('desk.submitting') : t('desk.submit', { count: chosen.length })}
              </Button>
            </div>
          )}
          {unsaved && (
            <p className="bad" role="alert">
              {t('desk.unsavedFirst')}
            </p>
          )}
          <ProblemNote problem={namedPlaces(withoutPassphrase(submit.problem))} />
        </form>
      )}
    </Page>
  );
}
