import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentView } from '../../../shared/schema/result.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
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

interface SignerTableProps {
  readonly signatures: readonly Signature[];
  readonly onLeave: ((signature: Signature) => void) | undefined;
}

function SignerTable({ signatures, onLeave }: SignerTableProps): ReactNode {
  const t = useText();
  return (
    <DataTable<Signature>
      label={t('documents.signers')}
      rows={signatures}
      rowKey={({ seatId }) => seatId}
      columns={[
        { key: 'name', title: t('documents.signer'), heading: true, cell: ({ name }) => name },
        { key: 'role', title: t('documents.role'), narrow: true, cell: ({ role }) => role },
        {
          key: 'state',
          title: t('documents.state'),
          cell: ({ state, reason }) => (
            <span className="row">
              <Chip kind={chipKinds[state]}>{t(`documents.sealState.${state}`)}</Chip>
              {reason !== '' && <span className="soft small">{reason}</span>}
            </span>
          ),
        },
        {
          key: 'when',
          title: t('documents.when'),
          narrow: true,
          cell: (signature) =>
            signature.state === 'waiting' && onLeave !== undefined ? (
              <Button
                kind="quiet"
                aria-label={t('documents.leaveTitle', { name: signature.name })}
                onClick={() => onLeave(signature)}
              >
                {t('documents.leave')}
              </Button>
            ) : (
              <WhenText timeMs={signature.atMs} />
            ),
        },
      ]}
    />
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
  const [leaving, setLeaving] = useState<Signature | null>(null);
  const [onPaper, setOnPaper] = useState(false);
  const { phase } = situation;
  const count = countSignatures(document);
  const open = (phase === 'concluded' || phase === 'signed') && !document.superseded;
  const office = seat?.role === 'secretary' || seat?.role === 'recorder';
  const own = open ? ownOpenSignature(document, seat?.seatId) : undefined;
  const next = nextSigner(document);
  return (
    <section className="stack" aria-label={t('documents.signers')}>
      <div className="spread">
        <h3>{t('documents.signed', { signed: count.signed, of: count.of })}</h3>
        {office && open && count.signed < count.of && (
          <Button onClick={() => setOnPaper(true)}>{t('documents.paper')}</Button>
        )}
      </div>
      {own !== undefined && <SignForm reviewId={reviewId} document={document} name={own.name} />}
      {own === undefined && open && next !== undefined && document.signing === 'electronic' && (
        <div className="row next-signer">
          <strong>{t('documents.next', { name: next.name, role: next.role })}</strong>
          <span className="soft">{t('documents.nextText')}</span>
          <Button onClick={() => handOverFrom(reviewId)}>{t('documents.nextButton')}</Button>
        </div>
      )}
      {own === undefined && open && next !== undefined && document.signing === 'paper' && (
        <p className="soft">{t('documents.paperSteps')}</p>
      )}
      {count.waiting === 0 && <p className="good">{t('documents.allSigned')}</p>}
      <SignerTable
        signatures={document.signatures}
        onLeave={office && phase === 'concluded' && !document.superseded ? setLeaving : undefined}
      />
      {own === undefined && <p className="soft small">{t('documents.proves')}</p>}
      {leaving !== null && (
        <LeaveDialog
          reviewId={reviewId}
          documentId={document.documentId}
          seatId={leaving.seatId}
          name={leaving.name}
          onClose={() => setLeaving(null)}
        />
      )}
      {onPaper && <PaperDialog reviewId={reviewId} document={document} onClose={() => setOnPaper(false)} />}
    </section>
  );
}
