import type * as real from 'electron';
import type * as double from './electron.ts';

/** Names that the stand-in has and the real thing doesn't; a made-up one makes the line below an error. */
type MadeUp<Double, Real> = Exclude<keyof Double, keyof Real>;

type AllMadeUp =
  | MadeUp<typeof double, typeof real>
  | MadeUp<typeof double.app, real.App>
  | MadeUp<typeof double.protocol, real.Protocol>
  | MadeUp<typeof double.ipcMain, real.IpcMain>
  | MadeUp<typeof double.dialog, real.Dialog>
  | MadeUp<typeof double.session, typeof real.session>
  | MadeUp<typeof double.Menu, typeof real.Menu>
  | MadeUp<double.BrowserWindow, real.BrowserWindow>
  | MadeUp<Omit<double.BrowserWindow['webContents'], 'openHandler'>, real.WebContents>;

/** Compiles only while nothing is made up. */
export const nothingIsMadeUp: [AllMadeUp] extends [never] ? true : AllMadeUp = true;
