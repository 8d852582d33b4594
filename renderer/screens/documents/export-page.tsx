import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { downloadFile } from '../../api/bytes.ts';
import { useTask } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { CheckField, ChoiceField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { formatsOf, kindsInOrder, makeWaitsFor, splitKind, type Situation } from './actions.ts';
import { exportItems, toggled, type Ticked } from './export-items.ts';
import type { Signing } from './signing-choice.tsx';

export interface ExportPageProps {
  readonly reviewId: string;
  readonly situation: Situation;
  readonly onClose: () => void;
}

/** 批量导出: which documents in which formats, packed into one file. */
export function ExportPage({ reviewId, situation, onClose }: ExportPageProps): ReactNode {
  const t = useText();
  const task = useTask('document.export');
  const [ticked, setTicked] = useState<Ticked>(new Set());
  const [whole, setWhole] = useState<Ticked>(new Set());
  const [signing, setSigning] = useState<Signing>('paper');
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const items = exportItems(ticked, whole);
  const start = async (): Promise<void> => {
    setAsked(true);
    if (items.length === 0) return;
    const reply = await task.start({ reviewId, signing, items });
    if (!reply.ok) return;
    const saved = await downloadFile(reply.value.fileId, reply.value.name);
    setProblem(saved.ok ? undefined : saved.problem);
    if (saved.ok) showNotice(t('exporting.done', { count: reply.value.files }));
  };
  return (
    <section className="panel stack" aria-label={t('exporting.title')}>
      <div className="spread">
        <h2>{t('exporting.title')}</h2>
        <Button kind="quiet" onClick={onClose}>
          {t('documents.back')}
        </Button>
      </div>
      <p className="soft">{t('exporting.intro')}</p>
      <ul className="document-list export-list">
        {kindsInOrder.map((kind) => {
          const waits = makeWaitsFor(kind, situation);
          const split = splitKind(kind);
          return (
            <li key={kind}>
              <span className="what">{t(`documents.kind.${kind}`)}</span>
              {waits !== null && <span className="soft small">{t(waits)}</span>}
              {waits === null && split !== null && (
                <CheckField
                  value={!whole.has(kind)}
                  onValue={() => setWhole(toggled(whole, kind))}
                  label={t(`exporting.split.${split}`)}
                />
              )}
              {waits === null &&
                formatsOf(kind).map((format) => (
                  <CheckField
                    key={format}
                    value={ticked.has(`${kind} ${format}`)}
                    onValue={() => setTicked(toggled(ticked, `${kind} ${format}`))}
                    label={t(`exporting.format.${format}`)}
                  />
                ))}
            </li>
          );
        })}
      </ul>
      <ChoiceField<Signing>
        label={t('exporting.signing')}
        value={signing}
        onValue={setSigning}
        options={[
          { value: 'paper', label: t('documents.signing.paper') },
          { value: 'electronic', label: t('documents.signing.electronic') },
        ]}
      />
      <p className="soft small">{t('exporting.note')}</p>
      {asked && items.length === 0 && (
        <p className="wrong" role="alert">
          {t('exporting.nothing')}
        </p>
      )}
      <div className="row">
        <Button kind="primary" pending={task.running} onClick={() => void start()}>
          {t('exporting.start', { count: items.length })}
        </Button>
      </div>
      <Progress task={task} />
      <ProblemNote problem={task.problem ?? problem} />
    </section>
  );
}
