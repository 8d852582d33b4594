import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { ImportPreview } from '../../../shared/schema/import-preview.ts';
import { uploadFile } from '../../api/bytes.ts';
import type { Uploaded } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { goReview } from '../../stores/router.ts';
import { PreviewView } from './import-preview.tsx';

/** What went wrong at the import itself, with the way on. */
function ImportRefusal(props: {
  readonly problem: Problem | undefined;
  readonly onAgain: () => void;
}): ReactNode {
  const t = useText();
  const { problem } = props;
  if (problem?.code === 'stale') {
    return (
      <div className="problem row" role="alert">
        <p>{t('dossiers.importStale')}</p>
        <Button onClick={props.onAgain}>{t('dossiers.importAgain')}</Button>
      </div>
    );
  }
  if (problem?.code === 'not-found') {
    return (
      <div className="problem" role="alert">
        <p>{t('dossiers.importGone')}</p>
      </div>
    );
  }
  return <ProblemNote problem={problem} />;
}

/** 导入工作簿: a file, its preview, and only then the import. */
export function ImportPage({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const preview = useTask('dossier.preview');
  const bringIn = useTask('dossier.import');
  const [uploading, setUploading] = useState(false);
  const [refused, setRefused] = useState<Problem>();
  const [upload, setUpload] = useState<Uploaded | null>(null);
  const [shown, setShown] = useState<ImportPreview | null>(null);

  const look = async (uploaded: Uploaded): Promise<void> => {
    bringIn.clear();
    setShown(null);
    const reply = await preview.start({ reviewId, uploadId: uploaded.id });
    if (reply.ok) setShown(reply.value);
  };
  const take = async (file: File): Promise<void> => {
    preview.clear();
    setRefused(undefined);
    setUploading(true);
    const reply = await uploadFile(file);
    setUploading(false);
    if (!reply.ok) return setRefused(reply.problem);
    setUpload(reply.value);
    await look(reply.value);
  };
  const discard = (): void => {
    setUpload(null);
    setShown(null);
    setRefused(undefined);
    preview.clear();
    bringIn.clear();
  };
  const carryOut = async (skipRows: number[]): Promise<void> => {
    if (upload === null || shown === null) return;
    const reply = await bringIn.start({ reviewId, uploadId: upload.id, skipRows, digest: shown.digest });
    if (!reply.ok) return;
    showNotice(t('dossiers.importDone', reply.value));
    goReview(reviewId, 'dossiers');
  };
  const busy = uploading || preview.running || bringIn.running;
  return (
    <Page
      title={t('dossiers.importTitle')}
      note={shown === null ? undefined : t('dossiers.importFile', { file: upload?.name ?? '' })}
      actions={
        <Button disabled={bringIn.running} onClick={() => goReview(reviewId, 'dossiers')}>
          {t('dossiers.backToList')}
        </Button>
      }
    >
      {shown === null && !busy && (
        <FileDrop
          accept=".xlsx"
          primary
          sentence={t('dossiers.importDrop')}
          onFile={(file) => void take(file)}
        />
      )}
      {uploading && <p role="status">{t('dossiers.importUploading')}</p>}
      <Progress task={preview} />
      <Progress task={bringIn} />
      <ProblemNote problem={refused} />
      {shown === null && <ProblemNote problem={preview.problem} />}
      <ImportRefusal
        problem={bringIn.problem}
        onAgain={() => {
          if (upload !== null) void look(upload);
        }}
      />
      {shown !== null && (
        <PreviewView
          preview={shown}
          busy={busy}
          onImport={(skipRows) => void carryOut(skipRows)}
          onDiscard={discard}
        />
      )}
    </Page>
  );
}
