import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIsStale, electronProgram, nodeRefusal } from '../../electron/launcher.mjs';
import { browserCommand } from '../../electron/loopback/open-browser.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-launcher-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file that was last changed at `second` of the epoch. */
function put(name: string, second: number): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, name);
  utimesSync(path, second, second);
  for (let place = dirname(path); place !== folder; place = dirname(place)) utimesSync(place, second, second);
}

describe('the Node in use', () => {
  it.each(['18.20.4', '20.20.2', '21.7.3'])('%s is refused with a sentence that names npm ci', (version) => {
    expect(nodeRefusal(version)).toMatch(new RegExp(`Node 是 ${version.replaceAll('.', '\\.')}[^]*npm ci`));
  });
  it.each(['22.12.0', '24.21.0', '26.0.0'])('%s is taken', (version) => {
    expect(nodeRefusal(version)).toBeUndefined();
  });
});

describe('the build', () => {
  beforeEach(() => {
    put('dist/main/loopback.js', 200);
    put('dist/renderer/index.html', 200);
    for (const source of ['electron/a.ts', 'renderer/a.tsx', 'shared/a.ts', 'package-lock.json'])
      put(source, 100);
  });

  it('is fresh when nothing changed since', () => {
    expect(buildIsStale(folder)).toBe(false);
  });
  it.each(['electron/deep/b.ts', 'renderer/b.css', 'shared/text/b.ts', 'package-lock.json'])(
    'is stale when %s is newer',
    (name) => {
      put(name, 300);
      expect(buildIsStale(folder)).toBe(true);
    },
  );
  it.each(['dist/main/loopback.js', 'dist/renderer/index.html'])('is stale without %s', (name) => {
    rmSync(join(folder, name));
    expect(buildIsStale(folder)).toBe(true);
  });
});

describe('the program of Electron', () => {
  it('is absent when the package is only a package', () => {
    expect(electronProgram(folder)).toBeUndefined();
  });
  it('is absent when the note names a file that is not there', () => {
    put('path.txt', 1);
    expect(electronProgram(folder)).toBeUndefined();
  });
  it('is what the note names', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron');
    put('dist/electron', 1);
    expect(electronProgram(folder)).toBe(join(folder, 'dist', 'electron'));
  });
});

it.each([
  ['win32', 'rundll32.exe'],
  ['darwin', 'open'],
  ['linux', 'xdg-open'],
])('on %s the default browser is opened by %s, without a shell', (platform, command) => {
  expect(browserCommand(platform, 'http://127.0.0.1:1/#k=a')).toEqual([
    command,
    expect.arrayContaining(['http://127.0.0.1:1/#k=a']),
  ]);
});
