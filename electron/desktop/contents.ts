import type { App, WebContents } from 'electron';
import { mayNavigate } from '../policy/address.ts';

interface Navigation {
  readonly url: string;
  readonly preventDefault: () => void;
}

function stay(navigation: Navigation): void {
  if (!mayNavigate(navigation.url)) navigation.preventDefault();
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Guards every contents that will ever exist, whoever makes it. */
export function guardContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => guard(contents));
}
