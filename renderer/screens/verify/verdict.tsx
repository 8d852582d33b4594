import type { ReactNode } from 'react';
import type { Verification } from '../../../shared/schema/verification.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { findingsOf, resultText, shownVerdict, thingsToDo, verdictWords } from './findings.ts';
import type { Comparison } from './findings.ts';

const toneClasses = { good: 'good', bad: 'bad', note: 'soft' } as const;

export interface VerdictProps {
  readonly fileName: string;
  readonly verification: Verification;
  readonly given: Comparison;
}

/** The verdict in large words, what to do, and every finding. */
export function Verdict({ fileName, verification, given }: VerdictProps): ReactNode {
  const t = useText();
  const verdict = shownVerdict(verification);
  const words = verdictWords(verification);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(resultText(t, fileName, verification));
      showNotice(t('verifying.copied'));
    } catch {
      showNotice(t('verifying.copyFailed'), 'warning');
    }
  };
  return (
    <section className="stack" aria-label={t('verifying.lines')}>
      <div className={`verdict ${verdict}`} role="status">
        <div>
          <p className="big">{t(words.title)}</p>
          <p>{t(words.text)}</p>
          <p className="small">{t('verifying.file', { name: fileName })}</p>
        </div>
        <Button onClick={() => void copy()}>{t('verifying.copy')}</Button>
      </div>
      <div className="panel stack-tight">
        <h2>{t('verifying.todo')}</h2>
        <ul className="bullets">
          {thingsToDo(verification, given).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </div>
      <div className="panel stack-tight">
        <h2>{t('verifying.lines')}</h2>
        <ol className="findings">
          {findingsOf(t, verification).map(({ tone, number, sentence, places }, index) => (
            // The same sentence may come twice, once for each signature.
            <li key={`${String(index)} ${sentence}`} className={number === '' ? undefined : 'numbered'}>
              {number !== '' && <span className="check-number">{number}</span>}
              <strong className={toneClasses[tone]}>{t(`verifying.${tone}`)}</strong>
              <span>{sentence}</span>
              {places !== '' && <p className="small soft check-places">{places}</p>}
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}
