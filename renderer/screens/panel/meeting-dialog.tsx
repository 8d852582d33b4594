import { useState } from 'react';
import type { ReactNode } from 'react';
import { parseDay } from '../../../shared/domain/parse-date.ts';
import type { Meeting } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { dateWords } from '../../components/plain-words.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

/** One meeting: name, date, time, place; `meeting` null records a new one. */
export function MeetingDialog(props: {
  readonly reviewId: string;
  readonly meeting: Meeting | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { reviewId, meeting, onClose } = props;
  const save = useCommand('panel.saveMeeting');
  const [title, setTitle] = useState(meeting?.title ?? '');
  const [date, setDate] = useState(meeting?.date ?? '');
  const [time, setTime] = useState(meeting?.time ?? '');
  const [place, setPlace] = useState(meeting?.place ?? '');
  const [sent, setSent] = useState(false);
  const day = parseDay(date);
  const missing = { title: title.trim() === '', date: day === null };
  const send = async (): Promise<void> => {
    setSent(true);
    if (missing.title || day === null) return;
    const fields = { title, date: day, time, place };
    const reply = await save.run({ reviewId, meetingId: meeting?.meetingId ?? null, meeting: fields });
    if (!reply.ok) return;
    showNotice(t('panel.meetingSaved', { title: title.trim() }));
    onClose();
  };
  return (
    <Dialog
      title={meeting === null ? t('panel.meetingAdd') : t('panel.meetingEditFor', { title: meeting.title })}
      onClose={onClose}
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t('panel.meetingName')}
          hint={t('panel.meetingNameHint')}
          wrong={sent && missing.title ? t('panel.meetingTitleMissing') : undefined}
          autoFocus
          maxLength={200}
          value={title}
          onValue={setTitle}
        />
        <TextField
          label={t('panel.meetingDate')}
          wrong={sent && missing.date ? t('panel.meetingDateMissing') : undefined}
          hint={
            day === null || day === date
              ? t('panel.meetingDateHint')
              : t('panel.meetingDateRead', { date: dateWords(t, day) })
          }
          value={date}
          onValue={setDate}
        />
        <TextField
          label={t('panel.meetingTime')}
          hint={t('panel.meetingTimeHint')}
          optional
          maxLength={200}
          value={time}
          onValue={setTime}
        />
        <TextField
          label={t('panel.meetingPlace')}
          optional
          maxLength={200}
          value={place}
          onValue={setPlace}
        />
        <ProblemNote problem={save.problem} />
        <div className="ends">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" submits pending={save.pending}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
