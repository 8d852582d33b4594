import { app, dialog, Menu, protocol, type BrowserWindow } from 'electron';
import type { Text } from '../../shared/text/index.ts';
import type { Backend } from '../api/host-contract.ts';
import { appAddress, scheme } from '../policy/address.ts';
import { refusedSwitch } from '../policy/argument.ts';
import { failureLines } from '../start-failure.ts';
import { answerCalls } from './calls.ts';
import { guardContents } from './contents.ts';
import { setMenu } from './menu.ts';
import { openWindow } from './window.ts';

export interface ProgramOptions {
  readonly text: Text;
  /** Absolute path of the built preload. */
  readonly preload: string;
  /** Where Chromium keeps what it insists on keeping; also decides who is a second instance. */
  readonly windowFolder: string;
  /** The arguments after the program's name (and, unpackaged, the project's folder). */
  readonly words: readonly string[];
  readonly openBackend: (onQuit: () => void) => Promise<Backend>;
}

/** The whole life of the desktop program. Must be called before Electron is ready. */
export async function runProgram(options: ProgramOptions): Promise<void> {
  const { text } = options;
  const word = app.isPackaged ? refusedSwitch(options.words) : undefined;
  if (word !== undefined) {
    console.error(text('host.refusedSwitch', { word }));
    return app.exit(2);
  }
  app.setPath('userData', options.windowFolder);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  guardContents(app);
  Menu.setApplicationMenu(null);
  await app.whenReady();
  try {
    await openProgram(options);
  } catch (error) {
    dialog.showErrorBox(text('host.title'), failureLines(text, error).join('\n'));
    app.exit(1);
  }
}

async function openProgram(options: ProgramOptions): Promise<void> {
  const { text, preload } = options;
  const packaged = app.isPackaged;
  const quit = (): void => app.quit();
  const backend = await options.openBackend(quit);
  const sessions = new Map<number, string>();
  answerCalls(backend, sessions);
  setMenu(text, packaged, quit);
  closeBeforeQuit(backend);
  app.on('window-all-closed', quit);
  const window = await openWindow({ backend, preload, packaged, title: text('host.title'), sessions });
  app.on('second-instance', () => bringForward(window));
  await window.loadURL(appAddress);
}

function bringForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Holds the quit back until the data is closed, and then ends whatever the windows say. */
function closeBeforeQuit(backend: Backend): void {
  let closing = false;
  app.on('before-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const exit = (code: number) => () => app.exit(code);
    backend.close().then(exit(0), exit(1));
  });
}
