import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { freshStandIn, stage, type StandIn } from './state.ts';

const standInAddress = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href;
let hooked = false;
let boots = 0;

export interface Booted {
  readonly page: Page;
  readonly standIn: StandIn;
  /** Quits as the menu would and answers the exit code. */
  readonly quit: () => Promise<number>;
}

function answerElectron(): void {
  if (hooked) return;
  hooked = true;
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url: standInAddress, shortCircuit: true } : next(name, context),
  });
}

/** What the sessions of all windows would say to a request and to a permission. */
export function sessionAnswers(
  url: string,
  permission: string,
): { readonly sent: boolean; readonly granted: boolean } {
  const sessions = [...stage().sessions.values()];
  let sent = sessions.length === 0;
  let granted = sessions.length === 0;
  for (const session of sessions) {
    if (session.filter === undefined) sent = true;
    session.filter?.({ url }, (verdict) => void (sent ||= verdict.cancel !== true));
    granted ||= session.permissionCheck?.(null, permission, url, {}) !== false;
    if (session.permissionRequest === null) granted = true;
    session.permissionRequest?.(null, permission, (given: boolean) => void (granted ||= given), {});
    granted ||= session.devicePermission?.({ deviceType: 'usb' }) !== false;
  }
  return { sent, granted };
}

/**
 * Starts the built program of `projectFolder` (its `dist/main/main.js`) on a data folder, in this process,
 * with a real Chromium page as its window. Rejects when the program ends before it has a window.
 */
export async function boot(browser: Browser, projectFolder: string, dataFolder: string): Promise<Booted> {
  answerElectron();
  const standIn = freshStandIn();
  Object.assign(stage(), { browser, standIn, sessions: new Map() });
  process.env['PANELDESK_DATA'] = dataFolder;
  boots += 1;
  const page = new Promise<Page>((resolve, reject) => {
    standIn.appEvents.once('stand-in-page', resolve);
    void standIn.exitCode.then((code) =>
      reject(new Error(`ended with ${code}: ${standIn.errorBoxes.join('; ')}`)),
    );
  });
  const main = pathToFileURL(join(projectFolder, 'dist', 'main', 'main.js')).href;
  await import(`${main}?boot=${boots}`);
  const window = await page;
  return {
    page: window,
    standIn,
    quit() {
      standIn.appEvents.emit('before-quit', { preventDefault: () => undefined });
      return standIn.exitCode;
    },
  };
}
