import type { ReactNode } from 'react';
import { NotReady } from '../not-ready.tsx';

export function Screen(): ReactNode {
  return <NotReady title="rail.verify" />;
}
