import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Correction } from '../../../shared/schema/result.ts';
import { uploadFile } from '../../api/bytes.ts';
import type { Uploaded } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

export interface CorrectionScanProps {
  readonly reviewId: string;
  readonly correction: Correction;
  readonly onClose: () => void;
}

/** 附更正后的扫描件: the new signed paper of one reopened sheet. */
export function CorrectionScanDialog({ reviewId, correction, onClose }: CorrectionScanProps): ReactNode {
  const t = useText();
  const attach = useCommand('correction.attach');
  const [scan, setScan] = useState<Uploaded | null>(null);
  const [uploadProblem, setUploadProblem] = useState<Problem>();
  const { seatId, dossierId, label, name } = correction;
  const take = async (file: File): Promise<void> => {
    const reply = await uploadFile(file);
    setScan(reply.ok ? reply.value : null);
    setUploadProblem(reply.ok ? undefined : reply.problem);
  };
  const send = async (): Promise<void> => {
    if (scan === null) return;
    const reply = await attach.run({ reviewId, seatId, dossierId, uploadId: scan.id });
    if (!reply.ok) return;
    showNotice(t('law.correctionAttached'));
    onClose();
  };
  return (
    <Dialog
      title={t('law.correctionAttachTitle', { name: label })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="primary"
            pending={attach.pending}
            disabled={scan === null}
            onClick={() => void send()}
          >
            {t('board.attachScan')}
          </Button>
        </>
      }
    >
      <p>{t('law.correctionAttachText', { dossier: name })}</p>
      <FileDrop
        accept=".pdf,.jpg,.jpeg,.png"
        sentence={scan === null ? t('law.correctionScanText') : t('board.scanChosen', { name: scan.name })}
        onFile={(file) => void take(file)}
      />
      <ProblemNote problem={attach.problem ?? uploadProblem} />
    </Dialog>
  );
}
