import type { ReactNode } from 'react';
import { NotReady } from '../not-ready.tsx';
import type { ReviewScreenProps } from '../routes.tsx';

export function Screen(_props: ReviewScreenProps): ReactNode {
  return <NotReady title="tab.panel" />;
}
