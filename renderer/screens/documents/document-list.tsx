import type { ReactNode } from 'react';
import type { DocumentKind, DocumentView } from '../../../shared/schema/result.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import type { ChipKind } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import {
  countSignatures,
  dueKind,
  documentsOfKind,
  kindsInOrder,
  makeWaitsFor,
  mayReplace,
  stateOf,
} from './actions.ts';
import type { DocumentState, Situation } from './actions.ts';

const chipKinds: Readonly<Record<DocumentState, ChipKind>> = {
  draft: 'plain',
  made: 'good',
  waiting: 'warn',
  signed: 'good',
  superseded: 'plain',
};

export function StateChip(props: {
  readonly document: DocumentView;
  readonly situation: Situation;
}): ReactNode {
  const t = useText();
  const state = stateOf(props.document, props.situation.phase);
  const { signed, of } = countSignatures(props.document);
  return <Chip kind={chipKinds[state]}>{t(`documents.state.${state}`, { signed, of })}</Chip>;
}

export interface DocumentListProps {
  readonly documents: readonly DocumentView[];
  readonly situation: Situation;
  readonly chosen: string | undefined;
  readonly onChoose: (documentId: string) => void;
  /** Undefined for those who only read. */
  readonly onMake: ((kind: DocumentKind) => void) | undefined;
  readonly busy: boolean;
  /** Whether the document that is due is offered as the screen's one primary act. */
  readonly offersDue: boolean;
}

interface MakeButtonProps {
  readonly kind: DocumentKind;
  readonly again: boolean;
  readonly due: boolean;
  readonly busy: boolean;
  readonly onMake: (kind: DocumentKind) => void;
}

/** The notice opens its form; the others are made at once. */
function MakeButton({ kind, again, due, busy, onMake }: MakeButtonProps): ReactNode {
  const t = useText();
  const verb = t(again ? 'documents.makeAgain' : 'documents.make');
  const words = kind === 'notice' ? t('documents.edit') : verb;
  const label = kind === 'notice' ? words : `${words} ${t(`documents.kind.${kind}`)}`;
  return (
    <Button kind={due ? 'primary' : 'quiet'} disabled={busy} aria-label={label} onClick={() => onMake(kind)}>
      {words}
    </Button>
  );
}

/** One line a kind in the order of the work: what there is, its state, and the way to make it. */
export function DocumentList(props: DocumentListProps): ReactNode {
  const t = useText();
  const { documents, situation, chosen, onChoose, onMake, busy } = props;
  const due = props.offersDue ? dueKind(documents, situation) : null;
  const reduced = documents.filter(({ kind }) => kind === 'reduced-bundle');
  const older = documents.filter(({ superseded }) => superseded);
  return (
    <div className="stack">
      <ul className="document-list" aria-label={t('documents.list')}>
        {kindsInOrder.map((kind) => {
          const { present } = documentsOfKind(documents, kind);
          const waits = makeWaitsFor(kind, situation);
          const name = t(`documents.kind.${kind}`);
          return (
            <li key={kind} aria-current={present !== undefined && present.documentId === chosen}>
              <div className="what">
                {present === undefined ? (
                  <span>{name}</span>
                ) : (
                  <button type="button" className="link" onClick={() => onChoose(present.documentId)}>
                    {name}
                  </button>
                )}
                <span className="soft small">{t(`documents.use.${kind}`)}</span>
              </div>
              {present !== undefined && <StateChip document={present} situation={situation} />}
              {present === undefined && (waits !== null || onMake === undefined) && (
                <span className="soft small">{t(waits ?? 'documents.notMade')}</span>
              )}
              {onMake !== undefined && waits === null && mayReplace(present) && (
                <MakeButton
                  kind={kind}
                  again={present !== undefined}
                  due={kind === due}
                  busy={busy}
                  onMake={onMake}
                />
              )}
            </li>
          );
        })}
      </ul>
      {reduced.length > 0 && (
        <details className="older">
          <summary>{t('documents.reducedList', { count: reduced.length })}</summary>
          <ul className="document-list">
            {reduced.map((document) => (
              <li key={document.documentId} aria-current={document.documentId === chosen}>
                <div className="what">
                  <button type="button" className="link" onClick={() => onChoose(document.documentId)}>
                    {document.title}
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {older.length > 0 && (
        <details className="older">
          <summary>{t('documents.older', { count: older.length })}</summary>
          <ul className="document-list">
            {older.map((document) => (
              <li key={document.documentId} aria-current={document.documentId === chosen}>
                <div className="what">
                  <button type="button" className="link" onClick={() => onChoose(document.documentId)}>
                    {document.title}
                  </button>
                </div>
                <StateChip document={document} situation={situation} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
