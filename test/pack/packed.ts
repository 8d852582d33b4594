import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { writeFakeElectron } from './fake-electron.ts';

export const projectFolder = join(import.meta.dirname, '..', '..');
const projectRequire = createRequire(import.meta.url);

export interface Packed {
  /** What the packer made, as it would be installed on Linux. */
  readonly folder: string;
  readonly archive: string;
  /** The archive taken apart outside the project, so that nothing of ours can help it out. */
  readonly extracted: string;
  readonly remove: () => void;
}

function run(script: string, words: readonly string[]): void {
  const result = spawnSync(process.execPath, [script, ...words], { cwd: projectFolder, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${script} failed:\n${result.stdout}\n${result.stderr}`);
}

/** Packs the built program with the settings of the project, over a stand-in for Electron; no network. */
export function pack(electronVersion: string): Packed {
  if (!existsSync(join(projectFolder, 'dist', 'main', 'main.js'))) {
    run(join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js'), ['build', 'renderer', '--app']);
  }
  const place = mkdtempSync(join(tmpdir(), 'paneldesk-pack-'));
  writeFakeElectron(join(place, 'electron'), electronVersion);
  const packer = projectRequire.resolve('electron-builder/package.json').replace('package.json', 'cli.js');
  const output = join(place, 'out');
  run(packer, [
    '--linux',
    '--dir',
    '--x64',
    `-c.electronDist=${join(place, 'electron')}`,
    `-c.directories.output=${output}`,
  ]);
  const folder = join(output, 'linux-unpacked');
  const archive = join(folder, 'resources', 'app.asar');
  const extracted = join(place, 'installed', 'app');
  mkdirSync(join(place, 'installed'));
  extractAll(archive, extracted);
  cpSync(join(folder, 'resources', 'fonts'), join(place, 'installed', 'fonts'), { recursive: true });
  return { folder, archive, extracted, remove: () => rmSync(place, { recursive: true, force: true }) };
}

/** What `electron-builder.yml` breaks of the packer's own schema; uses the packer's own validator and reader. */
export function schemaErrors(change: (settings: Record<string, unknown>) => void = () => undefined): unknown {
  const packerRequire = createRequire(projectRequire.resolve('app-builder-lib/package.json'));
  const { default: Ajv } = packerRequire('ajv') as { default: AjvClass };
  const yaml = packerRequire('js-yaml') as { load: (text: string) => Record<string, unknown> };
  const { readFileSync } = packerRequire('node:fs') as typeof import('node:fs');
  const settings = yaml.load(readFileSync(join(projectFolder, 'electron-builder.yml'), 'utf8'));
  change(settings);
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile(packerRequire('./scheme.json'));
  validate(settings);
  return validate.errors;
}

interface Validate {
  (value: unknown): boolean;
  readonly errors: unknown;
}
type AjvClass = new (options: object) => { readonly compile: (schema: unknown) => Validate };
