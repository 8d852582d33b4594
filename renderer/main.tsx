import { createRoot } from 'react-dom/client';
import { nameTransport } from './api/client.ts';
import { connect } from './api/transport.ts';
import { App } from './app.tsx';
import { preloadScreens } from './screens/routes.tsx';
import { restoreAppearance } from './stores/language.ts';
import { startPolling } from './stores/revisions.ts';
import { startRouter } from './stores/router.ts';
import { readSession } from './stores/session.ts';
import './style/index.css';

async function start(): Promise<void> {
  restoreAppearance();
  nameTransport(await connect());
  startRouter();
  await readSession();
  startPolling();
  const root = document.getElementById('root');
  if (root !== null) createRoot(root).render(<App />);
  await preloadScreens();
}

void start();
