import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentKind, DocumentView, PrintedKind } from '../../../shared/schema/result.ts';
import { useQuery } from '../../api/use-query.ts';
import { useTask } from '../../api/use-task.ts';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { countSignatures, documentsOfKind, kindsInOrder } from './actions.ts';
import { BundleDialog } from './bundle-dialog.tsx';
import { DocumentList } from './document-list.tsx';
import { DocumentPane } from './document-pane.tsx';
import { NoticeForm } from './notice-form.tsx';
import { ReducedBundle } from './reduced-bundle.tsx';
import { SigningPanel } from './signing-panel.tsx';
import { SigningChoice } from './signing-choice.tsx';
import type { Signing } from './signing-choice.tsx';

/** The document to show first: what waits for signatures, otherwise the latest in the order of the work. */
function firstShown(documents: readonly DocumentView[]): DocumentView | undefined {
  const present = kindsInOrder.flatMap((kind) => documentsOfKind(documents, kind).present ?? []);
  const signed = present.filter(({ signing }) => signing !== 'none');
  return signed.find((document) => countSignatures(document).waiting > 0) ?? signed.at(0) ?? present.at(-1);
}

type Asking = 'minutes-archive' | 'minutes-public' | 'notice' | 'result-bundle' | null;

/** 文书: the list of documents with their state, and the chosen one beside it. */
export function Screen({ reviewId, item }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const list = useQuery('document.list', { reviewId }, ['documents', 'reviews']);
  const overview = useQuery('review.overview', { reviewId }, ['reviews', 'scheme']);
  const notice = useQuery('notice.get', { reviewId }, ['documents']);
  const make = useTask('document.make');
  const [chosen, setChosen] = useState<string | undefined>(item);
  const [asking, setAsking] = useState<Asking>(null);
  const [making, setMaking] = useState<DocumentKind | null>(null);
  if (list.value === undefined || overview.value === undefined) {
    return (
      <Page title={t('tab.documents')}>
        {list.loading && <p className="soft">{t('frame.loading')}</p>}
        <ProblemNote problem={list.problem ?? overview.problem} />
      </Page>
    );
  }
  const documents = list.value;
  const situation = { phase: overview.value.phase, frozen: overview.value.schemeHash !== null };
  const office = seat?.role === 'secretary' || seat?.role === 'recorder';
  const shown = documents.find(({ documentId }) => documentId === chosen) ?? firstShown(documents);
  const start = async (kind: PrintedKind, signing: Signing): Promise<void> => {
    setMaking(kind);
    const reply = await make.start({ reviewId, kind, signing });
    if (!reply.ok) return;
    made(reply.value.documentId, kind);
  };
  const made = (documentId: string, kind: DocumentKind): void => {
    setAsking(null);
    setChosen(documentId);
    showNotice(t('documents.made', { name: t(`documents.kind.${kind}`) }));
  };
  const onMake = (kind: DocumentKind): void => {
    make.clear();
    if (kind === 'reduced-bundle') return;
    if (kind === 'minutes-archive' || kind === 'minutes-public') setAsking(kind);
    else if (kind === 'notice' || kind === 'result-bundle') setAsking(kind);
    else void start(kind, 'electronic');
  };
  return (
    <Page title={t('tab.documents')}>
      <ProblemNote problem={list.problem} />
      <div className="document-columns">
        <div className="stack">
          {make.running && making !== null && (
            <div className="panel stack-tight">
              <strong>{t('documents.making', { name: t(`documents.kind.${making}`) })}</strong>
              <Progress task={make} />
            </div>
          )}
          {asking !== 'notice' && <ProblemNote problem={make.problem} />}
          <DocumentList
            documents={documents}
            situation={situation}
            chosen={asking === 'notice' ? undefined : shown?.documentId}
            onChoose={(documentId) => {
              setAsking(null);
              setChosen(documentId);
            }}
            onMake={office ? onMake : undefined}
            busy={make.running}
            offersDue={asking === null}
          />
          {asking !== 'notice' && shown !== undefined && shown.signing !== 'none' && (
            <SigningPanel
              key={shown.documentId}
              reviewId={reviewId}
              document={shown}
              seat={seat}
              situation={situation}
            />
          )}
        </div>
        <div className="stack">
          {asking === 'notice' && notice.value !== undefined && (
            <NoticeForm
              reviewId={reviewId}
              given={notice.value}
              maySave={seat?.role === 'secretary'}
              onMake={() => void start('notice', 'electronic')}
              making={make.running}
              makeProblem={make.problem}
              onClose={() => setAsking(null)}
            />
          )}
          {asking !== 'notice' && shown !== undefined && (
            <DocumentPane
              key={shown.documentId}
              document={shown}
              situation={situation}
              mayReadScans={office || seat?.role === 'supervisor' || seat?.chair === true}
            />
          )}
          {seat?.role === 'secretary' && shown?.kind === 'result-bundle' && asking === null && (
            <ReducedBundle reviewId={reviewId} onMade={(documentId) => made(documentId, 'reduced-bundle')} />
          )}
          {asking !== 'notice' && shown === undefined && (
            <EmptyState sentence={t(office ? 'documents.choose' : 'documents.none')} />
          )}
        </div>
      </div>
      {asking === 'result-bundle' && (
        <BundleDialog
          reviewId={reviewId}
          onClose={() => setAsking(null)}
          onMade={(documentId) => made(documentId, 'result-bundle')}
        />
      )}
      {(asking === 'minutes-archive' || asking === 'minutes-public') && (
        <SigningChoice
          onClose={() => setAsking(null)}
          onMake={(signing) => {
            setAsking(null);
            void start(asking, signing);
          }}
        />
      )}
    </Page>
  );
}
