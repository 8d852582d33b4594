import { useState } from 'react';
import type { ReactNode } from 'react';
import { saveBlob } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';

/** 会场码: the meeting file goes to the bureau laptops, the code is read out in the room. */
export function MeetingCode({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const meeting = useTask('enrol.meeting');
  const [code, setCode] = useState<string | null>(null);
  const make = async (): Promise<void> => {
    const reply = await meeting.start({ reviewId });
    if (!reply.ok) return;
    const { fileName, base64 } = reply.value;
    const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
    saveBlob(new Blob([bytes], { type: 'application/octet-stream' }), fileName);
    setCode(reply.value.code);
  };
  return (
    <section className="panel stack-tight" aria-label={t('enrol.meeting')}>
      <div className="spread">
        <h2>{t('enrol.meeting')}</h2>
        <Button pending={meeting.running} onClick={() => void make()}>
          {t('enrol.makeMeeting')}
        </Button>
      </div>
      <p className="soft">{t('enrol.meetingText')}</p>
      {code !== null && (
        <p role="status">
          {t('enrol.code')} <strong className="read-aloud">{code}</strong>
        </p>
      )}
      <ProblemNote problem={meeting.problem} />
    </section>
  );
}
