import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { DocumentView } from '../../../shared/schema/result.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CheckField } from '../../components/field.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { sizeWords } from '../../components/plain-words.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { isGiven } from './actions.ts';

export interface PaperDialogProps {
  readonly reviewId: string;
  readonly document: DocumentView;
  readonly onClose: () => void;
}

/** 纸质签署: the scan of the signed paper, and who signed on it. */
export function PaperDialog({ reviewId, document, onClose }: PaperDialogProps): ReactNode {
  const t = useText();
  const save = useCommand('document.paperSigned');
  const [file, setFile] = useState<File>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [uploadProblem, setUploadProblem] = useState<Problem>();
  const [sending, setSending] = useState(false);
  const open = document.signatures.filter((signature) => !isGiven(signature));
  const tick = (seatId: string, on: boolean): void => {
    setTicked(new Set(on ? [...ticked, seatId] : [...ticked].filter((other) => other !== seatId)));
  };
  const ready = file !== undefined && ticked.size > 0;
  const send = async (): Promise<void> => {
    if (file === undefined) return;
    setSending(true);
    setUploadProblem(undefined);
    const uploaded = await uploadFile(file);
    if (!uploaded.ok) {
      setUploadProblem(uploaded.problem);
      return setSending(false);
    }
    const { documentId } = document;
    const reply = await save.run({ reviewId, documentId, uploadId: uploaded.value.id, seatIds: [...ticked] });
    setSending(false);
    if (!reply.ok) return;
    showNotice(t('documents.paperDone'));
    onClose();
  };
  return (
    <Dialog
      title={t('documents.paperTitle')}
      wide
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" pending={sending} disabled={!ready} onClick={() => void send()}>
            {t('documents.paperSave')}
          </Button>
        </>
      }
    >
      <p>{t('documents.paperSteps')}</p>
      <h3>{t('documents.paperScan')}</h3>
      <FileDrop accept=".pdf,.jpg,.jpeg,.png" onFile={setFile} />
      {file !== undefined && <p>{t('word.file', { name: file.name, size: sizeWords(file.size) })}</p>}
      <fieldset className="ticks">
        <legend>{t('documents.paperWho')}</legend>
        {open.map(({ seatId, name, role }) => (
          <CheckField
            key={seatId}
            label={`${name}（${role}）`}
            value={ticked.has(seatId)}
            onValue={(on) => tick(seatId, on)}
          />
        ))}
        <Button
          kind="quiet"
          onClick={() =>
            setTicked(new Set(open.flatMap(({ seatId, state }) => (state === 'waiting' ? [seatId] : []))))
          }
        >
          {t('documents.paperAll')}
        </Button>
      </fieldset>
      {!ready && <p className="soft small">{t('documents.paperMissing')}</p>}
      <ProblemNote problem={uploadProblem ?? save.problem} />
    </Dialog>
  );
}
