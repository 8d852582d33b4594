import { Component } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { useText } from '../stores/language.ts';
import { go, homeRoute } from '../stores/router.ts';

function CalmPage(): ReactNode {
  const t = useText();
  return (
    <main className="page" role="alert">
      <h1>{t('frame.crashTitle')}</h1>
      <p>{t('frame.crashText')}</p>
      <div className="row">
        <Button kind="primary" onClick={() => go(homeRoute)}>
          {t('frame.crashBack')}
        </Button>
        <Button onClick={() => location.reload()}>{t('frame.crashReload')}</Button>
      </div>
    </main>
  );
}

/** Between the failure and `componentDidCatch`, which knows the place. */
const unknownPlace = '';

interface Props {
  /** A new value tries again, e.g. after the route has changed. */
  readonly resetKey: string;
  readonly children: ReactNode;
}

/** Shows a calm page in place of a screen that failed while drawing. React offers this only to classes. */
export class ErrorBoundary extends Component<Props, { readonly failedAt: string | null }> {
  override state: { readonly failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError(): { readonly failedAt: string } {
    return { failedAt: unknownPlace };
  }

  override componentDidCatch(): void {
    this.setState({ failedAt: this.props.resetKey });
  }

  override render(): ReactNode {
    const { failedAt } = this.state;
    return failedAt === this.props.resetKey || failedAt === unknownPlace ? <CalmPage /> : this.props.children;
  }
}
