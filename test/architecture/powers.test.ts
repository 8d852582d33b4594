import { describe, expect, it } from 'vitest';
import { sourceFiles, type SourceFile } from './source-files.ts';

interface Power {
  readonly name: string;
  readonly isUsed: (file: SourceFile) => boolean;
  /** The only places that may use it, by the beginning of their path. */
  readonly homes: readonly string[];
}

const imports =
  (...names: readonly string[]) =>
  (file: SourceFile): boolean =>
    names.some((name) => file.imports.some((one) => one === name || one.startsWith(`${name}/`)));
const says =
  (pattern: RegExp) =>
  (file: SourceFile): boolean =>
    pattern.test(file.code);

/** Raw powers and where they live; everywhere else the wrapper is used, and the home is what a test can replace. */
const powers: readonly Power[] = [
  { name: 'the database driver', isUsed: imports('better-sqlite3'), homes: ['electron/database/driver.ts'] },
  {
    name: 'HTTP',
    isUsed: imports('node:http', 'node:https', 'node:net', 'node:http2'),
    // The loopback host for the page, and the drop box: a port of its own for sealed letters from the room's
    // network, apart from the host so that nothing of it can be reached from there.
    homes: ['electron/loopback/', 'electron/exchange/dropbox/'],
  },
  {
    name: 'Electron',
    isUsed: (file) => file.imports.includes('electron'),
    homes: ['electron/main.ts', 'electron/preload.ts', 'electron/desktop/'],
  },
  {
    name: 'starting programs',
    isUsed: imports('node:child_process'),
    homes: ['electron/loopback/open-browser.ts', 'electron/launcher.mjs'],
  },
  {
    name: 'worker threads',
    isUsed: imports('node:worker_threads'),
    homes: ['electron/documents/', 'electron/workbook/'],
  },
  {
    name: 'the clock',
    isUsed: says(/\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/),
    homes: [
      'electron/backend.ts',
      // Screens: how long ago, how long still, and how long nobody has touched the keyboard.
      'renderer/components/words.tsx',
      'renderer/screens/desk/save-note.tsx',
      'renderer/frame/idle-lock.tsx',
      'renderer/screens/unlock/passphrase-form.tsx',
    ],
  },
  { name: 'weak randomness', isUsed: says(/\bMath\.random\b/), homes: [] },
  {
    name: 'strong randomness',
    isUsed: says(/\brandomBytes\(|\brandomInt\(|\brandomUUID\b|\bgetRandomValues\b/),
    homes: [
      'electron/backend.ts',
      'electron/error-log.ts',
      'electron/loopback/host.ts',
      'electron/signing/',
      // Names of the tab and of a long call.
      'renderer/api/',
    ],
  },
  {
    name: 'inexact numbers',
    isUsed: says(/\bparseFloat\b|\.toFixed\(|\.toPrecision\(/), // A workbook holds floats: what Excel shows is recovered there, once, as text.
    homes: ['electron/workbook/parse-sheets.ts'],
  },
  {
    name: 'code from text',
    isUsed: says(/\beval\(|\bnew Function\(|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/),
    homes: [],
  },
  {
    name: 'opening things outside',
    isUsed: says(/\bshell\.(?:openExternal|openPath)\b/),
    homes: [],
  },
  { name: 'windows', isUsed: says(/\bnew BrowserWindow\(/), homes: ['electron/desktop/window.ts'] },
  {
    name: 'unsafe database doors',
    isUsed: says(/\bunsafeMode\(|\bloadExtension\(/),
    homes: [],
  },
];

describe('every raw power has one home', () => {
  const files = sourceFiles('shared', 'electron', 'renderer');
  it.each(powers)('$name', ({ isUsed, homes }) => {
    const users = files.filter(isUsed).map((file) => file.path);
    expect(users.filter((path) => !homes.some((home) => path.startsWith(home)))).toEqual([]);
  });

  it.each(powers.filter((power) => power.homes.length > 0))(
    'and every home of $name uses it',
    ({ isUsed, homes }) => {
      const users = files.filter(isUsed).map((file) => file.path);
      expect(homes.filter((home) => !users.some((path) => path.startsWith(home)))).toEqual([]);
    },
  );
});
