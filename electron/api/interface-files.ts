import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** Kinds of file that the build makes; anything else isn't served. */
const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
};

export interface InterfaceFile {
  readonly mediaType: string;
  readonly read: () => Promise<Uint8Array>;
}

/**
 * Every file of the built interface by the path of its address, listed once at the start: no part of a
 * request ever becomes part of a file's path. Empty while the interface isn't built.
 */
export function interfaceFiles(folder: string): ReadonlyMap<string, InterfaceFile> {
  const table = new Map<string, InterfaceFile>();
  function add(address: string, path: string): void {
    const mediaType = mediaTypes[extname(path).toLowerCase()];
    if (mediaType !== undefined) table.set(address, { mediaType, read: () => readFile(path) });
  }
  function addFolder(address: string, path: string): void {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name);
      // Links are neither: they could lead out of the folder.
      if (entry.isDirectory()) addFolder(`${address}${encodeURI(entry.name)}/`, inside);
      else if (entry.isFile()) add(`${address}${encodeURI(entry.name)}`, inside);
    }
  }
  const page = join(folder, 'index.html');
  if (existsSync(page)) add('/', page);
  const assets = join(folder, 'assets');
  if (existsSync(assets)) addFolder('/assets/', assets);
  return table;
}
