import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AttendanceState, Meeting, Seat } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { attendanceStates } from './panel-state.ts';

interface LineProps {
  readonly reviewId: string;
  readonly meetingId: string;
  readonly seat: Seat;
  readonly recorded: { readonly state: AttendanceState; readonly reason: string } | undefined;
  readonly mayAttend: boolean;
}

/** One person's attendance: a choice is stored at once, leaving early once its reason is given. */
function Line({ reviewId, meetingId, seat, recorded, mayAttend }: LineProps): ReactNode {
  const t = useText();
  const attend = useCommand('panel.attend');
  const [chosen, setChosen] = useState<AttendanceState | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [seen, setSeen] = useState(recorded?.state);
  // Somebody recorded it meanwhile: what was only chosen here gives way.
  if (seen !== recorded?.state) {
    setSeen(recorded?.state);
    setChosen(null);
  }
  const state = chosen ?? recorded?.state ?? null;
  const reason = typed ?? recorded?.reason ?? '';
  const needsReason = state === 'left-early' && reason.trim() === '';
  const store = async (next: AttendanceState | null, words: string): Promise<void> => {
    if (next === null || (next === 'left-early' && words.trim() === '')) return;
    if (next === recorded?.state && words.trim() === recorded.reason) return;
    const { seatId } = seat;
    const reply = await attend.run({ reviewId, meetingId, seatId, state: next, reason: words });
    if (!reply.ok) return;
    setChosen(null);
    setTyped(null);
  };
  return (
    <tr>
      <th scope="row" className="narrow">
        {seat.name}
      </th>
      <td className="narrow soft">
        {seat.chair ? t('panel.chair') : seat.deputy ? t('panel.deputy') : t(`panel.group-${seat.role}`)}
      </td>
      <td className="narrow">
        <div className="states" role="group" aria-label={t('panel.attendanceOf', { name: seat.name })}>
          {attendanceStates.map((each) => (
            // Buttons, because arrow keys over radio buttons would write every state passed into the record.
            <button
              key={each}
              type="button"
              aria-pressed={state === each}
              disabled={!mayAttend}
              onClick={() => {
                setChosen(each);
                void store(each, reason);
              }}
            >
              {t(`panel.attendance-${each}`)}
            </button>
          ))}
        </div>
      </td>
      <td>
        <input
          className="input"
          aria-label={t('panel.attendanceReasonOf', { name: seat.name })}
          aria-invalid={needsReason}
          placeholder={needsReason ? t('panel.attendanceReasonNeeded') : undefined}
          maxLength={200}
          readOnly={!mayAttend || state === null}
          value={reason}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void store(state, reason)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void store(state, reason);
          }}
        />
        <ProblemNote problem={attend.problem} />
      </td>
    </tr>
  );
}

/** Everybody's attendance at one meeting. */
export function AttendanceTable(props: {
  readonly reviewId: string;
  readonly seats: readonly Seat[];
  readonly meeting: Meeting;
  readonly mayAttend: boolean;
}): ReactNode {
  const t = useText();
  const { meeting, seats } = props;
  return (
    <div className="table-frame">
      <table className="table" aria-label={t('panel.attendance', { title: meeting.title })}>
        <thead>
          <tr>
            <th scope="col">{t('panel.name')}</th>
            <th scope="col">{t('panel.role')}</th>
            <th scope="col">{t('panel.attendanceState')}</th>
            <th scope="col">{t('panel.attendanceReason')}</th>
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <Line
              key={seat.seatId}
              reviewId={props.reviewId}
              meetingId={meeting.meetingId}
              seat={seat}
              recorded={meeting.attendance.find(({ seatId }) => seatId === seat.seatId)}
              mayAttend={props.mayAttend}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
