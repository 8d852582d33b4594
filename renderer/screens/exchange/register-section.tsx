import type { ReactNode } from 'react';
import type { RegisterLine } from '../../../shared/schema/exchange.ts';
import { useQuery } from '../../api/use-query.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { sizeWords } from '../../components/plain-words.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress, WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { useMay } from '../use-may.ts';
import { chipOf, sentenceOf } from './file-words.ts';

/** The register, newest first, and its printed form. */
export function RegisterSection({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const may = useMay(reviewId);
  const register = useQuery('register.list', { reviewId }, ['exchange']);
  const make = useTask('document.make');
  const print = async (): Promise<void> => {
    const reply = await make.start({ reviewId, kind: 'handover-register', signing: 'paper' });
    if (reply.ok) goReview(reviewId, 'documents', reply.value.documentId);
  };
  const columns: readonly Column<RegisterLine>[] = [
    { key: 'seq', title: t('exchange.colNumber'), align: 'number', narrow: true, cell: ({ seq }) => seq },
    {
      key: 'when',
      title: t('exchange.colWhen'),
      narrow: true,
      cell: ({ madeMs }) => <WhenText timeMs={madeMs} />,
    },
    {
      key: 'direction',
      title: t('exchange.colDirection'),
      narrow: true,
      cell: ({ direction }) => t(`exchange.direction.${direction}`),
    },
    {
      key: 'what',
      title: t('exchange.colWhat'),
      narrow: true,
      heading: true,
      cell: ({ kind }) => t.of(`exchange.kind.${kind}`, {}, t('exchange.kindUnknown')),
    },
    { key: 'who', title: t('exchange.colWho'), narrow: true, cell: ({ party }) => party || '—' },
    {
      key: 'file',
      title: t('exchange.colFile'),
      cell: ({ fileName, sha256 }) => (
        <span className="register-file" title={fileName}>
          {fileName} <code title={sha256}>{sha256.slice(0, 8)}</code>
        </span>
      ),
    },
    {
      key: 'size',
      title: t('exchange.colSize'),
      align: 'number',
      narrow: true,
      cell: ({ size }) => sizeWords(size),
    },
    {
      key: 'way',
      title: t('exchange.colWay'),
      narrow: true,
      cell: ({ carrier }) => t.of(`exchange.by.${carrier}`),
    },
    {
      key: 'outcome',
      title: t('exchange.colOutcome'),
      cell: (line) => (
        <>
          <Chip kind={chipOf(line.outcome)}>{t(`exchange.outcome.${line.outcome}`)}</Chip>{' '}
          <span className="soft">{sentenceOf(t, line)}</span>
        </>
      ),
    },
  ];
  return (
    <>
      <div className="spread">
        <h2>{t('exchange.register')}</h2>
        {may('document.make') && (
          <Button pending={make.running} onClick={() => void print()}>
            {t('exchange.print')}
          </Button>
        )}
      </div>
      <Progress task={make} />
      <ProblemNote problem={register.problem ?? make.problem} />
      <DataTable
        label={t('exchange.register')}
        columns={columns}
        rows={(register.value ?? []).toReversed()}
        rowKey={({ seq }) => String(seq)}
        empty={t('exchange.registerEmpty')}
      />
    </>
  );
}
