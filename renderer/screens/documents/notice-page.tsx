import { useState } from 'react';
import type { ReactNode } from 'react';
import { calendarWith } from '../../../shared/domain/working-days.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { NoticeFields } from '../../../shared/schema/result.ts';
import { useQuery } from '../../api/use-query.ts';
import { dateWords } from '../../components/plain-words.ts';
import { useText } from '../../stores/language.ts';
import { NoticeForm } from './notice-form.tsx';
import { readNotice } from './notice-defects.ts';
import { PreviewPane } from './preview-pane.tsx';
import { TemplatePaper } from './template-paper.tsx';

export interface NoticePageProps {
  readonly reviewId: string;
  readonly given: NoticeFields;
  readonly maySave: boolean;
  readonly onMake: () => void;
  readonly making: boolean;
  readonly makeProblem: Problem | undefined;
  readonly onClose: () => void;
}

/** The notice as a form, and beside it how it will read. */
export function NoticePage(props: NoticePageProps): ReactNode {
  const t = useText();
  const { reviewId, given, ...rest } = props;
  const [notice, setNotice] = useState(given);
  const years = useQuery('calendar.get', { reviewId }, ['documents']);
  const templates = useQuery('template.list', { reviewId }, ['documents']);
  const calendar = calendarWith((years.value ?? []).map(({ year, days }) => [year, days]));
  const template = templates.value?.find(({ kind }) => kind === 'notice');
  const read = readNotice(notice);
  const words = read.unit === 'working' ? t('documents.notice.unit.working') : '';
  const values = {
    ...template?.values,
    标题: read.title,
    公示开始: dateWords(t, read.from),
    公示结束: dateWords(t, read.to),
    公示期限: read.length === '' ? '' : `${read.length}${words === '' ? '日' : `个${words}`}`,
    异议渠道: read.channel,
    落款日期: dateWords(t, read.date),
    组织单位: read.issuer,
  };
  const contact = [read.department, read.address, read.telephone, read.email].filter((line) => line !== '');
  return (
    <div className="document-columns form-beside">
      <NoticeForm {...rest} reviewId={reviewId} notice={notice} onNotice={setNotice} calendar={calendar} />
      <PreviewPane reviewId={reviewId} kind="notice" notice={read} template={null}>
        {template !== undefined && (
          <TemplatePaper
            template={template.template}
            values={values}
            middle={t('template.previewList')}
            signed
            after={contact}
          />
        )}
      </PreviewPane>
    </div>
  );
}
