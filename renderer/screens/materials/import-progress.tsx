import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import type { MaterialImport } from './use-material-import.ts';

/** Which file is being copied, how much of all is done, and the stop button. */
export function ImportProgress({ running, fraction, current, cancel }: MaterialImport): ReactNode {
  const t = useText();
  if (!running) return null;
  const percent = Math.floor(fraction * 100);
  const words = t('materials.sending', current ?? { number: 0, of: 0, name: '' });
  return (
    <div className="stack" role="status">
      <div className="spread">
        <span>
          {words} <span className="soft">{t('word.progress', { percent })}</span>
        </span>
        <Button onClick={cancel}>{t('action.stop')}</Button>
      </div>
      <progress className="bar" max={100} value={percent} aria-label={words} />
    </div>
  );
}
