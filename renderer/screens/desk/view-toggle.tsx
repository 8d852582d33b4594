import type { ReactNode } from 'react';
import { useText } from '../../stores/language.ts';

export interface ViewToggleProps {
  readonly view: 'one' | 'all';
  readonly onView: (view: 'one' | 'all') => void;
}

/** 单家 / 总表. */
export function ViewToggle({ view, onView }: ViewToggleProps): ReactNode {
  const t = useText();
  return (
    <div className="view-toggle" role="group" aria-label={t('desk.view')}>
      <button type="button" className="pick" aria-pressed={view === 'one'} onClick={() => onView('one')}>
        {t('desk.viewOne')}
      </button>
      <button type="button" className="pick" aria-pressed={view === 'all'} onClick={() => onView('all')}>
        {t('desk.viewAll')}
      </button>
    </div>
  );
}
