import { readdirSync, statSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, isAbsolute, join, parse } from 'node:path';
import { AppError } from '../../../shared/api/problem.ts';

export interface Place {
  /** The whole path. */
  readonly path: string;
  readonly name: string;
}

const mostFolders = 500;

/** Sticks and other media that are plugged in, by where each system mounts them. */
export function removableMedia(): Place[] {
  if (platform() === 'win32') return driveLetters();
  const parents =
    platform() === 'darwin'
      ? ['/Volumes']
      : ['/media', '/run/media', '/mnt'].flatMap((parent) => [
          parent,
          // /media/<account>/<stick>
          ...foldersIn(parent).map(({ path }) => path),
        ]);
  return parents.flatMap((parent) => foldersIn(parent));
}

function driveLetters(): Place[] {
  // C: holds the system; A: and B: would start a diskette drive.
  return [...'DEFGHIJKLMNOPQRSTUVWXYZ']
    .map((letter) => ({ path: `${letter}:\\`, name: `${letter}:` }))
    .filter(({ path }) => isFolder(path));
}

/** Where a person starts to look for a folder. */
export function startPlaces(): Place[] {
  const home = homedir();
  const desktop = join(home, 'Desktop');
  return [
    { path: home, name: parse(home).base },
    { path: desktop, name: 'Desktop' },
  ]
    .filter(({ path }) => isFolder(path))
    .concat(removableMedia());
}

/**
 * The folder above and the folders below one, without hidden ones.
 * @throws AppError `not-found` when there is no such folder
 */
export function folderView(path: string): { path: string; parent: string | null; folders: Place[] } {
  if (!isAbsolute(path) || !isFolder(path)) throw new AppError('not-found', { what: 'folder' });
  const parent = dirname(path);
  return { path, parent: parent === path ? null : parent, folders: foldersIn(path) };
}

/** Empty for a folder that can't be read. */
function foldersIn(parent: string): Place[] {
  try {
    return readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !/^[.$]/u.test(entry.name))
      .slice(0, mostFolders)
      .map(({ name }) => ({ path: join(parent, name), name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
  } catch {
    return [];
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
