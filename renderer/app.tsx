import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { ConfirmArea } from './components/dialog.tsx';
import { ErrorBoundary } from './frame/error-boundary.tsx';
import { Frame } from './frame/frame.tsx';
import { IdleLock } from './frame/idle-lock.tsx';
import { ConnectionNote, NoticeArea } from './frame/notice-area.tsx';
import { revisionMark, useRevisions } from './stores/revisions.ts';
import { useRoute } from './stores/router.ts';
import { readSession, useSessionStore } from './stores/session.ts';

/** Everything of a person hangs below one key, so that a hand-over drops every state at once. */
export function App(): ReactNode {
  const generation = useSessionStore((state) => state.generation);
  const sessionMark = useRevisions((state) => revisionMark(state.numbers, ['session', 'panel']));
  const route = useRoute();
  useEffect(() => {
    void readSession();
  }, [sessionMark]);
  return (
    <div key={generation} className="whole">
      <ErrorBoundary resetKey={JSON.stringify(route)}>
        <Frame />
      </ErrorBoundary>
      <ConfirmArea />
      <NoticeArea />
      <ConnectionNote />
      <IdleLock />
    </div>
  );
}
