import type { ReactNode } from 'react';
import type { TaskState } from '../api/use-task.ts';
import type { NamesOfKind } from '../../shared/api/contract.ts';
import { useText } from '../stores/language.ts';
import { Button } from './button.tsx';
import { dateWords, groupDigits, whenWords } from './plain-words.ts';

/** Money in 万元 from decimal text, digits grouped: 3,000 万元. Null shows a dash. */
export function Money({ amount }: { readonly amount: string | null }): ReactNode {
  const t = useText();
  if (amount === null || amount === '') return <span className="soft">—</span>;
  return <span className="number">{t('word.tenThousandYuan', { amount: groupDigits(amount) })}</span>;
}

/** The present by this computer's clock. */
function wallClockMs(): number {
  return Date.now();
}

/** A time in milliseconds since 1970, in words. */
export function WhenText({ timeMs }: { readonly timeMs: number | null }): ReactNode {
  const t = useText();
  if (timeMs === null) return <span className="soft">—</span>;
  return <time dateTime={new Date(timeMs).toISOString()}>{whenWords(t, timeMs, wallClockMs())}</time>;
}

/** An ISO date in words. */
export function DateText({ date }: { readonly date: string }): ReactNode {
  const t = useText();
  return <time dateTime={date}>{dateWords(t, date)}</time>;
}

/** The progress of a running task with its stop button; nothing while it rests. */
export function Progress<Name extends NamesOfKind<'task'>>({
  task,
}: {
  readonly task: TaskState<Name>;
}): ReactNode {
  const t = useText();
  if (!task.running) return null;
  const percent = Math.floor(task.fraction * 100);
  const words = t.of(task.label, { percent }, t('word.working'));
  return (
    <div className="stack" role="status">
      <div className="spread">
        <span>
          {words} <span className="soft">{t('word.progress', { percent })}</span>
        </span>
        <Button onClick={task.cancel}>{t('action.stop')}</Button>
      </div>
      <progress className="bar" max={100} value={percent} aria-label={words} />
    </div>
  );
}
