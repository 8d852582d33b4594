import { BrowserWindow, session as electronSession } from 'electron';
import type { Backend } from '../api/host-contract.ts';
import { preferencesOf } from '../policy/window.ts';
import { serveBytes } from './bytes.ts';
import { closeSession } from './session.ts';

export interface WindowOptions {
  readonly backend: Backend;
  /** Absolute path of the built preload. */
  readonly preload: string;
  readonly packaged: boolean;
  readonly title: string;
  /** Id of a window's contents → session name; a window is in it as long as it lives. */
  readonly sessions: Map<number, string>;
}

let opened = 0;

/** Makes one window, empty yet, with a session of its own, in the browser's sense and in ours. */
export async function openWindow(options: WindowOptions): Promise<BrowserWindow> {
  opened += 1;
  const name = `window-${opened}`;
  const partition = electronSession.fromPartition(name);
  await closeSession(partition);
  serveBytes(partition, options.backend, name);
  const window = new BrowserWindow({
    title: options.title,
    // The laptop that interface.md draws for has 1366 × 768; the projector 1024 × 768.
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: preferencesOf(options.preload, name, options.packaged),
  });
  const contentsId = window.webContents.id;
  options.sessions.set(contentsId, name);
  window.once('ready-to-show', () => window.show());
  window.once('closed', () => {
    options.sessions.delete(contentsId);
    options.backend.endSession(name);
  });
  return window;
}
