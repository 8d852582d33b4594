import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useCommand } from '../../api/use-command.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

/** After five wrong PINs at a bureau seat: the file with which the secretary allows further tries. */
export function SeatUnlock({ onFreed }: { readonly onFreed: () => void }): ReactNode {
  const t = useText();
  const take = useCommand('seat.takeUnlock');
  const [problem, setProblem] = useState<Problem>();
  const send = async (file: File): Promise<void> => {
    setProblem(undefined);
    const upload = await uploadFile(file);
    if (!upload.ok) return setProblem(upload.problem);
    const reply = await take.run({ uploadId: upload.value.id });
    if (reply.ok) onFreed();
  };
  return (
    <div className="stack">
      <p className="soft">{t('unlock.pinFileText')}</p>
      <FileDrop accept=".panel" sentence={t('unlock.pinFile')} onFile={(file) => void send(file)} />
      <ProblemNote problem={problem ?? take.problem} />
    </div>
  );
}
