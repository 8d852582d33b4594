import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TaskState } from '../../api/use-task.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Progress } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { Restore } from './restore.tsx';

export interface WelcomeProps {
  readonly sample: TaskState<'review.openSample'>;
  readonly onSample: () => void;
  readonly onNew: () => void;
  readonly onJoin: () => void;
}

/** The very first screen: three large choices and nothing else. */
export function Welcome({ sample, onSample, onNew, onJoin }: WelcomeProps): ReactNode {
  const t = useText();
  const [restoring, setRestoring] = useState(false);
  return (
    <Page title={t('home.welcome')}>
      <p className="soft">{t('home.welcomeText')}</p>
      <div className="welcome">
        <button type="button" className="choice-card first" disabled={sample.running} onClick={onSample}>
          <strong>{t('home.sampleTitle')}</strong>
          <span>{t('home.sampleText')}</span>
        </button>
        <button type="button" className="choice-card" disabled={sample.running} onClick={onNew}>
          <strong>{t('home.newTitle')}</strong>
          <span className="soft">{t('home.newText')}</span>
        </button>
        <button type="button" className="choice-card" disabled={sample.running} onClick={onJoin}>
          <strong>{t('home.joinTitle')}</strong>
          <span className="soft">{t('home.joinText')}</span>
        </button>
      </div>
      <Progress task={sample} />
      {restoring ? (
        <Restore onClose={() => setRestoring(false)} />
      ) : (
        <div className="row">
          <Button kind="quiet" onClick={() => setRestoring(true)}>
            {t('rebuild.open')}
          </Button>
        </div>
      )}
      <ProblemNote problem={sample.problem} />
    </Page>
  );
}
