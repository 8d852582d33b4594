import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { readCalendar, writeCalendar } from '../../../shared/domain/calendar-text.ts';
import type { CalendarYear } from '../../../shared/schema/document-template.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField, SelectField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';

export interface CalendarPageProps {
  readonly reviewId: string;
  readonly maySave: boolean;
  readonly onClose: () => void;
}

/** 节假日安排: a year at a time, as lines that can be pasted or read from a file. */
export function CalendarPage({ reviewId, maySave, onClose }: CalendarPageProps): ReactNode {
  const t = useText();
  const years = useQuery('calendar.get', { reviewId }, ['documents']);
  const [chosen, setChosen] = useState<number>();
  const known = years.value ?? [];
  const last = known.at(-1)?.year ?? 2026;
  const year = chosen ?? last;
  const present = known.find((entry) => entry.year === year) ?? { year, days: [], own: false };
  return (
    <section className="panel stack" aria-label={t('calendar.title')}>
      <div className="spread">
        <h2>{t('calendar.title')}</h2>
        <Button kind="quiet" onClick={onClose}>
          {t('documents.back')}
        </Button>
      </div>
      <p className="soft">{t('calendar.intro')}</p>
      <ProblemNote problem={years.problem} />
      <div className="row">
        <SelectField
          label={t('calendar.year')}
          value={String(year)}
          onValue={(value) => setChosen(Number(value))}
          options={[...new Set([...known.map((entry) => entry.year), year])].map((entry) => ({
            value: String(entry),
            label: t(
              known.find((one) => one.year === entry)?.own === false
                ? 'calendar.yearShipped'
                : 'calendar.yearOwn',
              {
                year: entry,
              },
            ),
          }))}
        />
        {maySave && (
          <Button onClick={() => setChosen(Math.max(last, year) + 1)}>{t('calendar.newYear')}</Button>
        )}
      </div>
      <YearForm
        key={`${year} ${present.own} ${present.days.length}`}
        reviewId={reviewId}
        present={present}
        maySave={maySave}
      />
    </section>
  );
}

interface YearFormProps {
  readonly reviewId: string;
  readonly present: CalendarYear;
  readonly maySave: boolean;
}

function YearForm({ reviewId, present, maySave }: YearFormProps): ReactNode {
  const t = useText();
  const save = useCommand('calendar.save');
  const chooser = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(writeCalendar(present.days));
  const { year } = present;
  const defects = readCalendar(text, year).defects.slice(0, 5);
  const send = async (given: string | null): Promise<void> => {
    const reply = await save.run({ reviewId, year, text: given });
    if (reply.ok) showNotice(t('calendar.saved', { year, count: reply.value.days }));
  };
  return (
    <div className="stack">
      <LongTextField
        label={t('calendar.days')}
        value={text}
        onValue={setText}
        rows={16}
        disabled={!maySave}
        wrong={
          defects.length === 0
            ? undefined
            : defects.map(({ reason, line, text: wrong }) => t(reason, { line, text: wrong, year })).join(' ')
        }
      />
      {maySave && (
        <div className="row">
          <Button
            kind="primary"
            pending={save.pending}
            disabled={defects.length > 0}
            onClick={() => void send(text)}
          >
            {t('calendar.save')}
          </Button>
          <Button onClick={() => chooser.current?.click()}>{t('calendar.import')}</Button>
          {present.own && <Button onClick={() => void send(null)}>{t('calendar.takeShipped')}</Button>}
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".csv,.txt"
        aria-label={t('calendar.import')}
        onChange={(event) => {
          void event.target.files?.[0]?.text().then(setText);
          event.target.value = '';
        }}
      />
      <ProblemNote problem={save.problem} />
    </div>
  );
}
