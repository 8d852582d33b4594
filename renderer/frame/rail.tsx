import type { ReactNode } from 'react';
import { useText } from '../stores/language.ts';
import { go, useRoute } from '../stores/router.ts';
import type { PlainPage, Route } from '../stores/router.ts';

interface RailItem {
  readonly page: PlainPage;
  readonly key: 'rail.home' | 'rail.people' | 'rail.verify' | 'rail.settings' | 'rail.help';
}

const items: readonly RailItem[] = [
  { page: 'home', key: 'rail.home' },
  { page: 'people', key: 'rail.people' },
  { page: 'verify', key: 'rail.verify' },
  { page: 'settings', key: 'rail.settings' },
  { page: 'help', key: 'rail.help' },
];

function isPresent(route: Route, page: PlainPage): boolean {
  return route.page === page || (page === 'home' && (route.page === 'review' || route.page === 'new-review'));
}

/** The left rail: only pages that work. */
export function Rail({ onQuit }: { readonly onQuit: () => void }): ReactNode {
  const t = useText();
  const route = useRoute();
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <div className="brand">
        <span className="seal-mark" aria-hidden="true">
          评
        </span>
        <span>{t('app.name')}</span>
      </div>
      {items.map(({ page, key }) => (
        <button
          key={page}
          type="button"
          aria-current={isPresent(route, page) ? 'page' : undefined}
          onClick={() => go({ page })}
        >
          {t(key)}
        </button>
      ))}
      <button type="button" className="foot" onClick={onQuit}>
        {t('frame.quit')}
      </button>
    </nav>
  );
}
