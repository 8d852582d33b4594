import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../api/host-contract.ts';
import { openBackend } from '../backend.ts';

const root = join(import.meta.dirname, '..', '..');

/** Bytes of a shipped file, e.g. `sample/story.json`. */
export function readResource(path: string): Uint8Array {
  return readFileSync(join(root, 'resources', path));
}

/** The backend for a command: the project's own folders, no interface. */
export function openCommandBackend(dataFolder: string): Promise<Backend> {
  const packed = join(root, '..', 'fonts');
  return openBackend({
    dataFolder,
    host: 'cli',
    assetsFolder: join(root, 'dist', 'renderer'),
    fontsFolder: existsSync(packed) ? packed : join(root, 'node_modules', '@expo-google-fonts'),
    resourcesFolder: join(root, 'resources'),
    workersFolder: join(root, 'electron'),
  });
}
