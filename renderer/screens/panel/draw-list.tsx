import type { ReactNode } from 'react';
import type { DrawView } from '../../../shared/schema/draw.ts';
import { useQuery } from '../../api/use-query.ts';
import { DataTable } from '../../components/data-table.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { drawCommand, excludedTable, poolTable } from './draw-pool.ts';

type People = DrawView['fields'][number]['drawn'];

function names(people: People): string {
  return people.length === 0 ? '—' : people.map(({ name }) => name).join('、');
}

function OneDraw({ draw }: { readonly draw: DrawView }): ReactNode {
  const t = useText();
  const excluded = excludedTable(draw);
  return (
    <div className="stack-tight">
      <p className="soft">
        <WhenText timeMs={draw.atMs} /> {t('law.draw-by', { seed: draw.seed, algorithm: draw.algorithm })}
      </p>
      <DataTable
        label={`${t('law.draw-listTitle')} ${draw.seq}`}
        rows={draw.fields}
        rowKey={({ field }) => field}
        columns={[
          { key: 'field', title: t('law.draw-field'), heading: true, cell: ({ field }) => field },
          {
            key: 'quota',
            title: t('law.draw-quota'),
            align: 'number',
            narrow: true,
            cell: ({ quota }) => quota,
          },
          { key: 'drawn', title: t('law.draw-drawn'), cell: ({ drawn }) => names(drawn) },
          { key: 'next', title: t('law.draw-substitutes'), cell: ({ substitutes }) => names(substitutes) },
          { key: 'out', title: t('law.draw-excluded'), cell: (field) => names(field.excluded) },
        ]}
      />
      <details>
        <summary>{t('law.draw-repeat')}</summary>
        <p className="soft">{t('law.draw-repeatText')}</p>
        <p>
          <code className="digest">{drawCommand(draw)}</code>
        </p>
        <pre className="digest">{`pool.csv\n${poolTable(draw)}`}</pre>
        {excluded !== null && <pre className="digest">{`exclude.csv\n${excluded}`}</pre>}
      </details>
    </div>
  );
}

/** Every draw of the review with seed, algorithm, result and substitutes. Nothing while none was made. */
export function DrawList({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const draws = useQuery('panel.draws', { reviewId }, ['panel', 'people']);
  if (draws.value === undefined || draws.value.length === 0) return <ProblemNote problem={draws.problem} />;
  return (
    <section className="stack" aria-label={t('law.draw-listTitle')}>
      <h2>{t('law.draw-listTitle')}</h2>
      {draws.value.map((draw) => (
        <OneDraw key={draw.seq} draw={draw} />
      ))}
    </section>
  );
}
