import type { ReactNode } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useText } from '../../stores/language.ts';

/** Long enough to be compared by eye. */
const shownDigits = 16;

/** What was submitted: each sheet with its version and the check value of the signed bytes. */
export function SubmitResult(props: {
  readonly sheets: readonly DeskSheet[];
  readonly submitted: OutputOf<'desk.submit'>['submitted'];
}): ReactNode {
  const t = useText();
  const nameOf = (dossierId: string): string =>
    props.sheets.find((sheet) => sheet.dossierId === dossierId)?.name ?? '';
  return (
    <div className="panel stack" role="status">
      <h2>{t('desk.resultTitle')}</h2>
      <p>{t('desk.resultText', { count: props.submitted.length })}</p>
      {props.sheets.some(({ delivery }) => delivery !== null) && <p>{t('desk.resultWaiting')}</p>}
      <DataTable
        label={t('desk.resultTitle')}
        rows={props.submitted}
        rowKey={({ dossierId }) => dossierId}
        columns={[
          {
            key: 'name',
            title: t('desk.enterprise'),
            heading: true,
            cell: ({ dossierId }) => nameOf(dossierId),
          },
          {
            key: 'seq',
            title: t('desk.version'),
            narrow: true,
            cell: ({ seq }) => t('desk.resultSeq', { seq }),
          },
          {
            key: 'hash',
            title: t('desk.hash'),
            narrow: true,
            cell: ({ hash }) => <code>{hash.slice(0, shownDigits)}</code>,
          },
        ]}
      />
    </div>
  );
}
