import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Meeting } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { DateText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { AttendanceTable } from './attendance-table.tsx';
import { MeetingDialog } from './meeting-dialog.tsx';
import { countAttendance, orderSeats } from './panel-state.ts';
import type { SectionProps } from './section-props.ts';
import { SignIn } from './sign-in.tsx';

function MeetingPart(
  props: SectionProps & { readonly meeting: Meeting; readonly onEdit: () => void },
): ReactNode {
  const t = useText();
  const { reviewId, view, may, meeting } = props;
  const attend = useCommand('panel.attend');
  const seats = orderSeats(view.seats);
  const recorded = new Set(meeting.attendance.map(({ seatId }) => seatId));
  const open = seats.filter(({ seatId }) => !recorded.has(seatId));
  const allPresent = async (): Promise<void> => {
    for (const { seatId } of open) {
      const { meetingId } = meeting;
      const reply = await attend.run({ reviewId, meetingId, seatId, state: 'present', reason: '' });
      if (!reply.ok) return;
    }
  };
  return (
    <section className="panel stack" aria-label={meeting.title}>
      <div className="spread">
        <div className="stack-tight">
          <h2>{meeting.title}</h2>
          <span>
            <DateText date={meeting.date} /> {meeting.time} {meeting.place}
          </span>
          <span className="soft">{t('panel.meetingCount', countAttendance(meeting, seats))}</span>
        </div>
        <div className="row">
          {may('panel.attend') && open.length > 0 && (
            <Button pending={attend.pending} onClick={() => void allPresent()}>
              {t('panel.attendAll')}
            </Button>
          )}
          {may('panel.saveMeeting') && (
            <Button aria-label={t('panel.meetingEditFor', { title: meeting.title })} onClick={props.onEdit}>
              {t('panel.meetingEdit')}
            </Button>
          )}
        </div>
      </div>
      <ProblemNote problem={attend.problem} />
      <AttendanceTable reviewId={reviewId} seats={seats} meeting={meeting} mayAttend={may('panel.attend')} />
    </section>
  );
}

/** 会议与出席: each meeting with everybody's attendance, the latest first, and the sign-in sheet. */
export function MeetingSection(props: SectionProps): ReactNode {
  const t = useText();
  const { reviewId, view, may } = props;
  const [open, setOpen] = useState<{ readonly meeting: Meeting | null } | null>(null);
  const mayMake = may('document.make');
  return (
    <>
      <div className="spread">
        {may('panel.saveMeeting') ? (
          <Button kind="primary" onClick={() => setOpen({ meeting: null })}>
            {t('panel.meetingAdd')}
          </Button>
        ) : (
          <span />
        )}
        {view.meetings.length > 0 && <SignIn reviewId={reviewId} mayMake={mayMake} />}
      </div>
      {view.meetings.length === 0 && <EmptyState sentence={t('panel.meetingsEmpty')} />}
      {view.meetings.toReversed().map((meeting) => (
        <MeetingPart
          key={meeting.meetingId}
          {...props}
          meeting={meeting}
          onEdit={() => setOpen({ meeting })}
        />
      ))}
      {open !== null && (
        <MeetingDialog reviewId={reviewId} meeting={open.meeting} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
