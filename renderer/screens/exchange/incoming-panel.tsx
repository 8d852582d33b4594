import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ExchangeState, TakenFile } from '../../../shared/schema/exchange.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { uploadFile } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { FileDrop } from '../../components/file-drop.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { chipOf, sentenceOf } from './file-words.ts';
import { dropLimit } from './hand-limit.ts';

/** As many as the backend keeps of one session. */
const pileSize = 8;

/** 收件: a place for a pile of files, and what has come but can't be taken yet. */
export function IncomingPanel(props: {
  readonly reviewId: string;
  readonly state: ExchangeState;
}): ReactNode {
  const t = useText();
  const { reviewId, state } = props;
  const deliver = useTask('exchange.deliver');
  const [results, setResults] = useState<readonly TakenFile[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const take = async (files: readonly File[]): Promise<void> => {
    setProblem(undefined);
    const large = files.filter(({ size }) => size > dropLimit).map(tooLarge);
    setResults(large);
    const fitting = files.filter(({ size }) => size <= dropLimit);
    for (let at = 0; at < fitting.length; at += pileSize) {
      const uploadIds: string[] = [];
      for (const file of fitting.slice(at, at + pileSize)) {
        const uploaded = await uploadFile(file);
        if (!uploaded.ok) return setProblem(uploaded.problem);
        uploadIds.push(uploaded.value.id);
      }
      const reply = await deliver.start({ reviewId, uploadIds });
      if (!reply.ok) return undefined;
      setResults((before) => [
        ...before.filter(({ outcome }) => outcome !== 'waiting'),
        ...reply.value.files,
      ]);
    }
    return undefined;
  };
  const shown = results.length > 0 ? results : state.waiting;
  return (
    <section className="exchange-card stack" aria-label={t('exchange.incoming')}>
      <h2>{t('exchange.incoming')}</h2>
      <FileDrop
        accept=".panel"
        many
        sentence={t('exchange.dropHere')}
        disabled={deliver.running}
        onFile={(file) => void take([file])}
        onFiles={(files) => void take(files)}
      />
      <Progress task={deliver} />
      <ProblemNote problem={problem ?? deliver.problem} />
      {shown.length > 0 && (
        <ul className="exchange-list" aria-live="polite">
          {shown.map((file, index) => (
            <li key={`${file.fileName} ${index}`}>
              <span className="what">
                <span>
                  {file.kind === '' ? file.fileName : t.of(`exchange.kind.${file.kind}`)}
                  {file.party !== '' && (
                    <span className="soft"> {t('exchange.from', { party: file.party })}</span>
                  )}
                </span>
                <span className="soft">{sentenceOf(t, file)}</span>
              </span>
              <Chip kind={chipOf(file.outcome)}>{t(`exchange.outcome.${file.outcome}`)}</Chip>
            </li>
          ))}
        </ul>
      )}
      {state.strangers.length > 0 && (
        <details className="older">
          <summary>{t('exchange.strangers', { count: state.strangers.length })}</summary>
          <p className="soft">{state.strangers.join('、')}</p>
        </details>
      )}
    </section>
  );
}

function tooLarge({ name }: File): TakenFile {
  return { fileName: name, kind: '', party: '', outcome: 'refused', reason: 'too-large-by-hand', values: {} };
}
