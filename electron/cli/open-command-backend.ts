import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../api/host-contract.ts';
import { openBackend, type BackendOptions } from '../backend.ts';
import { backendPlaces } from '../places.ts';

const root = join(import.meta.dirname, '..', '..');

/** Bytes of a shipped file, e.g. `sample/story.json`. */
export function readResource(path: string): Uint8Array {
  return readFileSync(join(root, 'resources', path));
}

/** The backend for a command: the project's own folders, workers from their sources. */
export function openCommandBackend(
  dataFolder: string,
  options: Pick<BackendOptions, 'kdfCost'> = {},
): Promise<Backend> {
  const places = backendPlaces(join(root, 'dist', 'main'));
  return openBackend({
    ...places,
    ...options,
    dataFolder,
    host: 'cli',
    workersFolder: join(root, 'electron'),
  });
}
