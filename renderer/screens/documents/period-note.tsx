import type { ReactNode } from 'react';
import type { HolidayCalendar } from '../../../shared/domain/working-days.ts';
import type { NoticeFields } from '../../../shared/schema/result.ts';
import { dateWords } from '../../components/plain-words.ts';
import { useText } from '../../stores/language.ts';
import { periodFacts } from './notice-period.ts';

export interface PeriodNoteProps {
  readonly notice: NoticeFields;
  readonly calendar: HolidayCalendar;
}

/** How many working days the notice stands, and what was skipped. */
export function PeriodNote({ notice, calendar }: PeriodNoteProps): ReactNode {
  const t = useText();
  const facts = periodFacts(notice, calendar);
  if (facts === null) return null;
  const { from, to, workingDays, restDays, startsAtRest, rolled, unknownYears } = facts;
  const days = restDays.map((day) => dateWords(t, day)).join('、');
  const lines = [
    t('documents.notice.period', { from: dateWords(t, from), to: dateWords(t, to), count: workingDays }),
    ...(restDays.length > 0 ? [t('documents.notice.restDays', { days })] : []),
    ...(startsAtRest && notice.unit === 'working' ? [t('documents.notice.startsAtRest')] : []),
    ...(rolled ? [t('documents.notice.rolled')] : []),
    ...unknownYears.map((year) => t('documents.notice.unknownYear', { year })),
  ];
  return (
    <div className="wide soft small" role="status">
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
