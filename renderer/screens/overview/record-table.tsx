import type { ReactNode } from 'react';
import type { RecordEntry } from '../../../shared/schema/review.ts';
import type { Text } from '../../../shared/text/index.ts';
import { useQuery } from '../../api/use-query.ts';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';

/** Phases travel as codes; people read their names. */
function wordsOf(t: Text, values: RecordEntry['values']): RecordEntry['values'] {
  const words = { ...values };
  for (const name of ['from', 'to']) {
    if (words[name] !== undefined) words[name] = t.of(`phase.${words[name]}`);
  }
  return words;
}

/** The append-only record, newest first. */
export function RecordTable({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const record = useQuery('record.list', { reviewId }, ['record']);
  const columns: readonly Column<RecordEntry>[] = [
    { key: 'seq', title: t('overview.recordSeq'), align: 'number', narrow: true, cell: (entry) => entry.seq },
    {
      key: 'when',
      title: t('overview.recordWhen'),
      narrow: true,
      cell: (entry) => <WhenText timeMs={entry.claimedMs} />,
    },
    {
      key: 'what',
      title: t('overview.recordWhat'),
      heading: true,
      cell: (entry) => t.of(`record.${entry.type}`, wordsOf(t, entry.values), t('overview.recordOther')),
    },
    { key: 'who', title: t('overview.recordWho'), narrow: true, cell: (entry) => entry.actor },
    {
      key: 'hash',
      title: t('overview.recordHash'),
      narrow: true,
      cell: (entry) => <code title={entry.hash}>{entry.hash.slice(0, 8)}</code>,
    },
  ];
  return (
    <>
      <h2>{t('overview.record')}</h2>
      <ProblemNote problem={record.problem} />
      <DataTable
        label={t('overview.record')}
        columns={columns}
        rows={(record.value ?? []).toSorted((left, right) => right.seq - left.seq)}
        rowKey={(entry) => String(entry.seq)}
      />
    </>
  );
}
