import type { ReactNode } from 'react';
import type { TextKey } from '../../shared/text/index.ts';
import { EmptyState, Page } from '../components/page.tsx';
import { useText } from '../stores/language.ts';

/** Stands where a screen is still being built. */
export function NotReady({ title }: { readonly title: TextKey }): ReactNode {
  const t = useText();
  return (
    <Page title={t(title)}>
      <EmptyState sentence={t('frame.notReadyText', { name: t(title) })} />
    </Page>
  );
}
