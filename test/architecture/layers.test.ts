import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

interface Layer {
  /** Files this row is about, by the beginning of their path; the first row that fits counts. */
  readonly place: string;
  /** Project files it may import, by the beginning of their path; its own place always. */
  readonly mayImport: readonly string[];
  /** Packages it may import; `node:` stands for everything that Node brings. */
  readonly packages: readonly string[];
}

const law = ['shared/domain/', 'shared/schema/', 'shared/api/'];
const below = [
  'electron/database/',
  'electron/documents/',
  'electron/signing/',
  'electron/exchange/',
  'electron/vault/',
  'electron/workbook/',
];
/** What the dispatcher hands to a use case: types and a few pure helpers, never the dispatcher itself. */
const handed = ['context', 'environment', 'handler', 'running-tasks', 'sessions'].map(
  (name) => `electron/api/${name}.ts`,
);
const start = ['electron/data-folder.ts', 'electron/places.ts', 'electron/start-failure.ts'];
const host = [...start, 'electron/backend.ts', 'electron/policy/', 'electron/api/host-contract.ts'];
const hostHeaders = 'electron/api/security-headers.ts';

/** The arrows of the architecture; nothing else may point anywhere. */
const layers: readonly Layer[] = [
  { place: 'shared/domain/', mayImport: [], packages: [] },
  { place: 'shared/schema/', mayImport: ['shared/domain/'], packages: ['zod'] },
  { place: 'shared/api/', mayImport: law, packages: ['zod'] },
  { place: 'shared/text/', mayImport: law, packages: [] },
  {
    place: 'electron/database/',
    mayImport: law,
    packages: ['better-sqlite3', 'node:'],
  },
  {
    place: 'electron/documents/',
    mayImport: [...law, 'shared/text/'],
    packages: ['fontkit', 'linebreak', 'pdfmake', 'write-excel-file', 'node:'],
  },
  {
    place: 'electron/signing/',
    mayImport: law,
    packages: ['@cantoo/pdf-lib', '@peculiar/', 'age-encryption', 'asn1js', 'fontkit', 'pkijs', 'node:'],
  },
  // Letters carry signatures, the vault seals: the one neighbour below both.
  {
    place: 'electron/exchange/',
    mayImport: [...law, 'electron/signing/'],
    packages: ['age-encryption', 'node:'],
  },
  {
    place: 'electron/vault/',
    mayImport: [...law, 'electron/signing/'],
    packages: ['age-encryption', 'node:'],
  },
  {
    place: 'electron/workbook/',
    mayImport: law,
    packages: ['@e965/xlsx', 'write-excel-file', 'yauzl', 'node:'],
  },
  {
    place: 'electron/services/',
    mayImport: [...law, 'shared/text/', ...below, ...handed],
    packages: ['age-encryption', 'node:'],
  },
  { place: 'electron/policy/', mayImport: ['shared/api/'], packages: [] },
  {
    place: 'electron/api/',
    mayImport: [...law, 'shared/text/', ...below, 'electron/services/', 'electron/policy/'],
    packages: ['node:'],
  },
  { place: 'electron/preload.ts', mayImport: [], packages: ['electron'] },
  {
    place: 'electron/main.ts',
    mayImport: ['shared/text/', ...host, 'electron/desktop/'],
    packages: ['electron', 'node:'],
  },
  {
    place: 'electron/desktop/',
    mayImport: [...law, 'shared/text/', ...host, hostHeaders],
    packages: ['electron', 'node:'],
  },
  {
    place: 'electron/loopback/',
    mayImport: [...law, 'shared/text/', ...host, hostHeaders],
    packages: ['node:'],
  },
  {
    place: 'electron/cli/',
    mayImport: [
      ...law,
      'shared/text/',
      ...host,
      'electron/signing/',
      'electron/exchange/bundle/',
      'electron/documents/',
      'electron/services/sample',
    ],
    packages: ['zod', 'node:'],
  },
  { place: 'electron/', mayImport: ['shared/', 'electron/', 'package.json'], packages: ['node:'] },
  { place: 'renderer/vite.config.ts', mayImport: [], packages: ['@vitejs/', 'vite', 'vitest', 'node:'] },
  {
    place: 'renderer/',
    mayImport: ['shared/'],
    packages: ['react', 'react-dom', 'zustand', 'antd', 'zod', '@expo-google-fonts/', 'pdfjs-dist'],
  },
];

function layerOf(path: string): Layer | undefined {
  return layers.find((layer) => path.startsWith(layer.place));
}

function isOurs(name: string): boolean {
  return /^(?:electron|renderer|shared|test)\/|^package\.json$/.test(name);
}

function isPackageOf(name: string, allowed: string): boolean {
  return allowed.endsWith('/') || allowed.endsWith(':')
    ? name.startsWith(allowed)
    : name === allowed || name.startsWith(`${allowed}/`);
}

/** Whether a file of `layer` may import `name`. Pure, so that its refusals can be shown. */
function mayImport(layer: Layer, name: string): boolean {
  return isOurs(name)
    ? [layer.place, ...layer.mayImport].some((place) => name.startsWith(place))
    : layer.packages.some((allowed) => isPackageOf(name, allowed));
}

describe('layers', () => {
  const files = sourceFiles('shared', 'electron', 'renderer');

  it('every file belongs to one', () => {
    expect(files.filter((file) => layerOf(file.path) === undefined).map((file) => file.path)).toEqual([]);
  });

  it('no import points against the arrows', () => {
    const wrong = files.flatMap((file) => {
      const layer = layerOf(file.path);
      const bad = file.imports.filter((name) => layer !== undefined && !mayImport(layer, name));
      return bad.map((name) => `${file.path} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['shared/domain/tally.ts', 'node:fs'],
    ['shared/domain/tally.ts', 'zod'],
    ['shared/schema/sheet.ts', 'shared/api/contract.ts'],
    ['electron/database/people.ts', 'electron/services/people.ts'],
    ['electron/database/people.ts', 'electron/signing/passphrase.ts'],
    ['electron/services/people.ts', 'better-sqlite3'],
    ['electron/services/people.ts', 'electron/api/dispatch.ts'],
    ['electron/api/files.ts', 'electron/loopback/server.ts'],
    ['electron/loopback/server.ts', 'electron/services/people.ts'],
    ['electron/desktop/window.ts', 'electron/database/people.ts'],
    ['electron/preload.ts', 'node:fs'],
    ['renderer/main.tsx', 'electron/backend.ts'],
    ['renderer/main.tsx', 'electron'],
    ['renderer/main.tsx', 'node:fs'],
  ])('%s may not import %s', (path, name) => {
    const layer = layerOf(path);
    expect(layer !== undefined && mayImport(layer, name)).toBe(false);
  });
});
