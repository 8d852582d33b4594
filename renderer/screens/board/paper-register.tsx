import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import type { Uploaded } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { PartList } from './absence.tsx';
import type { MemberPart } from './selection.ts';

export interface PaperRegisterProps {
  readonly reviewId: string;
  readonly part: MemberPart;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 登记纸质评分表 of one member, or the scan for sheets registered before. */
export function PaperRegisterDialog({ reviewId, part, onClose, onDone }: PaperRegisterProps): ReactNode {
  const t = useText();
  const register = useCommand('paper.register');
  const [scan, setScan] = useState<Uploaded | null>(null);
  const [uploadProblem, setUploadProblem] = useState<Problem>();
  const problem = register.problem ?? uploadProblem;
  const take = async (file: File): Promise<void> => {
    const reply = await uploadFile(file);
    setScan(reply.ok ? reply.value : null);
    setUploadProblem(reply.ok ? undefined : reply.problem);
  };
  const send = async (): Promise<void> => {
    const dossierIds = part.dossiers.map(({ dossierId }) => dossierId);
    const input = { reviewId, seatId: part.seatId, dossierIds, uploadId: scan?.id ?? null };
    const reply = await register.run(input);
    if (!reply.ok) return;
    showNotice(t('board.paperDone', { count: dossierIds.length }));
    onDone();
  };
  return (
    <Dialog
      title={t('board.paper')}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" pending={register.pending} onClick={() => void send()}>
            {t('board.register')}
          </Button>
        </>
      }
    >
      <PartList parts={[part]} />
      <p className="soft">{t('board.paperText')}</p>
      <FileDrop
        accept=".pdf,.jpg,.jpeg,.png"
        sentence={scan === null ? t('board.scanText') : t('board.scanChosen', { name: scan.name })}
        onFile={(file) => void take(file)}
      />
      <ProblemNote problem={problem} />
    </Dialog>
  );
}
