import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentView } from '../../../shared/schema/result.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import type { ChipKind } from '../../components/page.tsx';
import { WhenText } from '../../components/words.tsx';
import { handOverFrom } from '../../frame/top-bar.tsx';
import { useText } from '../../stores/language.ts';
import type { Seat } from '../../stores/session.ts';
import { countSignatures, nextSigner, ownOpenSignature } from './actions.ts';
import type { Situation } from './actions.ts';
import { LeaveDialog } from './leave-dialog.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { SignForm } from './sign-form.tsx';

type Signature = DocumentView['signatures'][number];

const chipKinds: Readonly<Record<Signature['state'], ChipKind>> = {
  waiting: 'warn',
  signed: 'good',
  paper: 'good',
  left: 'plain',
};

/** Everybody who signs, in the order of the block. */
function Signers({ signatures }: { readonly signatures: readonly Signature[] }): ReactNode {
  const t = useText();
  return (
    <ul className="signers" aria-label={t('documents.signers')}>
      {signatures.map(({ seatId, name, role, state, reason, atMs }) => (
        <li key={seatId}>
          <span>
            {name} <span className="soft small">{role}</span>
          </span>
          <span className="row">
            <Chip kind={chipKinds[state]}>{t(`documents.sealState.${state}`)}</Chip>
            {atMs !== null && (
              <span className="soft small">
                <WhenText timeMs={atMs} />
              </span>
            )}
          </span>
          {reason !== '' && <span className="soft small wide">{reason}</span>}
        </li>
      ))}
    </ul>
  );
}

export interface SigningPanelProps {
  readonly reviewId: string;
  readonly document: DocumentView;
  readonly seat: Seat | undefined;
  readonly situation: Situation;
}

/** Who has signed, who is next, and what the unlocked person can do about it. */
export function SigningPanel({ reviewId, document, seat, situation }: SigningPanelProps): ReactNode {
  const t = useText();
  const [leaving, setLeaving] = useState(false);
  const [onPaper, setOnPaper] = useState(false);
  const { phase } = situation;
  const count = countSignatures(document);
  const open = (phase === 'concluded' || phase === 'signed') && !document.superseded;
  const office = seat?.role === 'secretary' || seat?.role === 'recorder';
  const own = open ? ownOpenSignature(document, seat?.seatId) : undefined;
  const next = nextSigner(document);
  const waiting = document.signatures.filter(({ state }) => state === 'waiting');
  return (
    <section className="panel stack" aria-label={t('documents.signing')}>
      <h2>{t('documents.signed', { signed: count.signed, of: count.of })}</h2>
      {own !== undefined && <SignForm reviewId={reviewId} document={document} name={own.name} />}
      {own === undefined && open && next !== undefined && document.signing === 'electronic' && (
        <div className="next-signer stack-tight">
          <strong>{t('documents.next', { name: next.name, role: next.role })}</strong>
          <div className="spread">
            <span className="soft small">{t('documents.nextText')}</span>
            <Button onClick={() => handOverFrom(reviewId)}>{t('documents.nextButton')}</Button>
          </div>
        </div>
      )}
      {own === undefined && open && next !== undefined && document.signing === 'paper' && (
        <p className="soft">{t('documents.paperSteps')}</p>
      )}
      {count.waiting === 0 && (
        <p className="good">
          {t(count.left === 0 ? 'documents.allSigned' : 'documents.allButLeft', { left: count.left })}
        </p>
      )}
      {office && open && (
        <div className="row">
          {count.signed < count.of && (
            <Button onClick={() => setOnPaper(true)}>{t('documents.paper')}</Button>
          )}
          {phase === 'concluded' && waiting.length > 0 && (
            <Button onClick={() => setLeaving(true)}>{t('documents.leave')}</Button>
          )}
        </div>
      )}
      <Signers signatures={document.signatures} />
      {own === undefined && <p className="soft small">{t('documents.proves')}</p>}
      {leaving && (
        <LeaveDialog
          reviewId={reviewId}
          documentId={document.documentId}
          waiting={waiting}
          onClose={() => setLeaving(false)}
        />
      )}
      {onPaper && <PaperDialog reviewId={reviewId} document={document} onClose={() => setOnPaper(false)} />}
    </section>
  );
}
