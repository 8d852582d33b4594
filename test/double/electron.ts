import type { EventEmitter } from 'node:events';
import { Session } from './session.ts';
import { stage } from './state.ts';

export { BrowserWindow } from './window.ts';

/**
 * Stands in for the module `electron` in the main process. Only what the program uses exists; check.ts
 * refuses names that the real module doesn't have. It can't show: real context isolation, native windows and
 * menus, printing, safeStorage, the real origin of `panel:`, fuses at run time, Electron's own ABI.
 */
export const app = {
  get isPackaged(): boolean {
    return false;
  },
  on(event: string, listener: (...values: unknown[]) => void): EventEmitter {
    return stage().standIn.appEvents.on(event, listener);
  },
  setPath(name: string, path: string): void {
    stage().standIn.paths.set(name, path);
  },
  requestSingleInstanceLock: (): boolean => true,
  enableSandbox(): void {
    stage().standIn.sandboxed = true;
  },
  whenReady: (): Promise<void> => Promise.resolve(),
  quit(): void {
    let held = false;
    stage().standIn.appEvents.emit('before-quit', { preventDefault: () => void (held = true) });
    if (!held) stage().standIn.exit(0);
  },
  exit(code = 0): void {
    stage().standIn.exit(code);
  },
};

export const protocol = {
  registerSchemesAsPrivileged(
    schemes: readonly { scheme: string; privileges?: Record<string, boolean> }[],
  ): void {
    for (const { scheme, privileges = {} } of schemes) {
      if (privileges['bypassCSP'] === true || privileges['allowServiceWorkers'] === true) {
        throw new Error('the scheme has a privilege that it must not have');
      }
      stage().standIn.schemes.push(scheme);
    }
  },
};

export const session = {
  fromPartition(name: string): Session {
    if (name.startsWith('persist:')) throw new Error('a window must leave nothing on the disk');
    const known = stage().sessions.get(name) ?? new Session();
    stage().sessions.set(name, known);
    return known;
  },
};

export const ipcMain = {
  handle(channel: string, answer: (event: unknown, ...input: readonly unknown[]) => unknown): void {
    const { channels } = stage().standIn;
    if (channels.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    channels.set(channel, answer);
  },
};

export const dialog = {
  showErrorBox(title: string, content: string): void {
    stage().standIn.errorBoxes.push(`${title}: ${content}`);
  },
};

export const Menu = {
  setApplicationMenu(menu: unknown): void {
    stage().standIn.menus.push(menu);
  },
  buildFromTemplate: (template: unknown): unknown => template,
};
