import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { HolidayCalendar } from '../../../shared/domain/working-days.ts';
import type { NoticeFields } from '../../../shared/schema/result.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { DayField } from '../../components/day-field.tsx';
import { LongTextField, SelectField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { typedLength, withChange } from './notice-period.ts';
import { PeriodNote } from './period-note.tsx';
import { noticeDefects, readNotice, unreadDays } from './notice-defects.ts';

export interface NoticeFormProps {
  readonly reviewId: string;
  readonly notice: NoticeFields;
  readonly onNotice: (notice: NoticeFields) => void;
  readonly calendar: HolidayCalendar;
  readonly maySave: boolean;
  /** Makes the document from what is saved. */
  readonly onMake: () => void;
  readonly making: boolean;
  readonly makeProblem: Problem | undefined;
  readonly onClose: () => void;
}

/** The words of the notice; the list of enterprises comes from the conclusions. */
export function NoticeForm(props: NoticeFormProps): ReactNode {
  const t = useText();
  const save = useCommand('notice.save');
  const { notice, calendar } = props;
  const [asked, setAsked] = useState<'nothing' | 'save' | 'make'>('nothing');
  const defects = asked === 'make' ? noticeDefects(notice) : unreadDays(notice);
  const wrong = (field: keyof NoticeFields): string | undefined =>
    asked === 'nothing' || defects[field] === undefined ? undefined : t(defects[field]);
  const bind = (field: keyof NoticeFields) => ({
    label: t(`documents.notice.${field}`),
    value: notice[field],
    wrong: wrong(field),
    onValue: (value: string) => props.onNotice(withChange(notice, field, value, calendar)),
  });
  const send = async (make: boolean): Promise<void> => {
    setAsked(make ? 'make' : 'save');
    if (Object.keys(make ? noticeDefects(notice) : unreadDays(notice)).length > 0) return;
    const reply = await save.run({ reviewId: props.reviewId, notice: readNotice(notice) });
    if (!reply.ok) return;
    if (make) props.onMake();
    else showNotice(t('documents.noticeSaved'));
  };
  return (
    <form
      className="panel stack"
      aria-label={t('documents.noticeTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void send(true);
      }}
    >
      <div className="spread">
        <h2>{t('documents.noticeTitle')}</h2>
        <Button kind="quiet" onClick={props.onClose}>
          {t('action.close')}
        </Button>
      </div>
      <p className="soft">{t('documents.noticeIntro')}</p>
      <fieldset className="form plain-fieldset" disabled={!props.maySave}>
        <TextField {...bind('title')} wide maxLength={200} />
        <DayField {...bind('from')} />
        <TextField
          {...bind('length')}
          wrong={
            notice.length.trim() === '' || typedLength(notice.length) !== null
              ? undefined
              : t('documents.notice.lengthWrong')
          }
          hint={t('documents.notice.lengthHint')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={3}
          optional
        />
        <SelectField
          {...bind('unit')}
          options={(['working', 'natural'] as const).map((value) => ({
            value,
            label: t(`documents.notice.unit.${value}`),
          }))}
        />
        <DayField {...bind('to')} />
        <PeriodNote notice={notice} calendar={calendar} />
        <LongTextField {...bind('channel')} wide rows={5} hint={t('documents.notice.channelHint')} />
        <TextField {...bind('department')} maxLength={200} optional />
        <TextField {...bind('telephone')} maxLength={60} optional />
        <TextField {...bind('address')} maxLength={200} optional />
        <TextField {...bind('email')} maxLength={120} optional />
        <TextField {...bind('issuer')} maxLength={200} />
        <DayField {...bind('date')} />
      </fieldset>
      {props.maySave ? (
        <div className="row">
          <Button kind="primary" submits pending={save.pending || props.making}>
            {t('documents.noticeMake')}
          </Button>
          <Button pending={save.pending} onClick={() => void send(false)}>
            {t('documents.noticeSave')}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Button kind="primary" pending={props.making} onClick={props.onMake}>
            {t('documents.make')}
          </Button>
        </div>
      )}
      <ProblemNote problem={save.problem ?? props.makeProblem} />
    </form>
  );
}
