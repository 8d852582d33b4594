import { posix, win32 } from 'node:path';

export interface Surroundings {
  readonly platform: string;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * The folder that holds everything, by the platform's convention; `PANELDESK_DATA` overrides. Both hosts
 * and the command line use the same one. Windows: the local profile, because a roaming one is copied over
 * the network, which SQLite's log doesn't survive.
 */
export function dataFolder({ platform, home, environment }: Surroundings): string {
  const path = platform === 'win32' ? win32 : posix;
  const wanted = environment['PANELDESK_DATA'];
  if (wanted !== undefined && wanted !== '') return path.resolve(wanted);
  if (platform === 'win32') {
    return path.join(environment['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'Paneldesk');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Paneldesk');
  const base = environment['XDG_DATA_HOME'];
  // The XDG base directory specification says that relative paths are to be ignored.
  return path.join(base?.startsWith('/') === true ? base : path.join(home, '.local', 'share'), 'paneldesk');
}
