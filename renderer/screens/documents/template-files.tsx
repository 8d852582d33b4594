import { useRef } from 'react';
import type { ReactNode } from 'react';
import { saveText } from '../../api/bytes.ts';
import { call } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

export interface TemplateFilesProps {
  readonly reviewId: string;
  readonly maySave: boolean;
}

/** Templates as a file, to another review or another office and back. */
export function TemplateFiles({ reviewId, maySave }: TemplateFilesProps): ReactNode {
  const t = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const take = useCommand('template.import');
  const give = async (): Promise<void> => {
    const reply = await call('template.export', { reviewId });
    if (reply.ok) saveText(reply.value.name, JSON.stringify(reply.value.file, null, 2));
  };
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const reply = await take.run({ reviewId, text: await file.text() });
    if (reply.ok) showNotice(t('template.imported', { count: reply.value.changed }));
  };
  return (
    <>
      <ProblemNote problem={take.problem} />
      <Button onClick={() => void give()}>{t('template.export')}</Button>
      {maySave && (
        <Button pending={take.pending} onClick={() => chooser.current?.click()}>
          {t('template.import')}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json"
        aria-label={t('template.import')}
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
