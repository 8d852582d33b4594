import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { DocumentView } from '../../../shared/schema/result.ts';
import { downloadFile } from '../../api/bytes.ts';
import { Button } from '../../components/button.tsx';
import { sizeWords } from '../../components/plain-words.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { formatsOf } from './actions.ts';
import type { Situation } from './actions.ts';
import { StateChip } from './document-list.tsx';
import { Preview } from './preview.tsx';
import { WordButton } from './word-button.tsx';

interface Shown {
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string;
}

interface ScansProps {
  readonly mayRead: boolean;
  readonly scans: DocumentView['scans'];
  readonly onShow: (scan: Shown) => void;
  readonly onDownload: (scan: Shown) => void;
}

function Scans({ scans, mayRead, onShow, onDownload }: ScansProps): ReactNode {
  const t = useText();
  if (scans.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={t('documents.scans')}>
      <h3>{t('documents.scans')}</h3>
      {scans.map((scan) => (
        <div key={scan.fileId} className="row">
          <span>{scan.name}</span>
          {mayRead && (
            <>
              {' '}
              <Button kind="quiet" onClick={() => onShow(scan)}>
                {t('documents.show')}
              </Button>
              <Button kind="quiet" onClick={() => onDownload(scan)}>
                {t('action.download')}
              </Button>
            </>
          )}
          <code className="digest">{scan.sha256}</code>
        </div>
      ))}
    </section>
  );
}

export interface DocumentPaneProps {
  readonly reviewId: string;
  /** The office hands out editable copies. */
  readonly mayExport: boolean;
  readonly document: DocumentView;
  readonly situation: Situation;
  /** Scans show scores, so the backend opens them only to the office and the chair. */
  readonly mayReadScans: boolean;
}

/** One document: its facts, its scans, its pages. Key it by the document. */
export function DocumentPane(props: DocumentPaneProps): ReactNode {
  const { reviewId, document, situation, mayReadScans, mayExport } = props;
  const t = useText();
  const [problem, setProblem] = useState<Problem>();
  const [scan, setScan] = useState<Shown | null>(null);
  const download = async (fileId: string, name: string): Promise<void> => {
    const reply = await downloadFile(fileId, name);
    setProblem(reply.ok ? undefined : reply.problem);
  };
  const { fileId, fileName, sha256, sizeBytes, createdMs, title } = document;
  const shown: Shown = scan ?? { fileId, name: title, sha256 };
  return (
    <div className="stack">
      <section className="panel stack" aria-label={title}>
        <div className="spread">
          <div className="row">
            <h2>{title}</h2>
            <StateChip document={document} situation={situation} />
          </div>
          <div className="row">
            {mayExport && !document.superseded && formatsOf(document.kind).includes('docx') && (
              <WordButton reviewId={reviewId} document={document} />
            )}
            <Button onClick={() => void download(fileId, fileName)}>{t('action.download')}</Button>
          </div>
        </div>
        <p className="soft small">
          {t('documents.details', { size: sizeWords(sizeBytes) })}
          <WhenText timeMs={createdMs} />
          {'　'}
          {t('documents.hash')} <code className="digest">{sha256}</code>
        </p>
        <ProblemNote problem={problem} />
        <Scans
          scans={document.scans}
          mayRead={mayReadScans}
          onShow={setScan}
          onDownload={(wanted) => void download(wanted.fileId, wanted.name)}
        />
      </section>
      <section className="preview stack" aria-label={t('documents.preview')}>
        <div className="spread">
          <span className="soft small">
            {scan !== null ? scan.name : document.mediaType === 'application/pdf' && t('documents.printHint')}
          </span>
          {scan !== null && (
            <Button kind="quiet" onClick={() => setScan(null)}>
              {t('action.back')}
            </Button>
          )}
        </div>
        <Preview key={shown.fileId} fileId={shown.fileId} version={shown.sha256} name={shown.name} />
      </section>
    </div>
  );
}
