import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where `@electron/fuses` finds the fuses in a binary: this text, version 1, their count, one character each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const untouched = '101100011';

/** A folder that electron-builder takes for Electron, so that packing needs no download. Linux layout. */
export function writeFakeElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'));
  const fuses = Buffer.concat([
    Buffer.from(sentinel),
    Buffer.from([1, untouched.length]),
    Buffer.from(untouched),
  ]);
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(1024), fuses, Buffer.alloc(1024)]), {
    mode: 0o755,
  });
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'locales/zh-CN.pak']) {
    writeFileSync(join(folder, name), name);
  }
}
