import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { temporaryDataFolder } from '../support/built-host.ts';
import { boot } from './boot.ts';
import { keepsItsPromises } from './promises.ts';

const projectFolder = join(import.meta.dirname, '..', '..');

/** Name, pattern in the shipped bundles, what a careless change would leave there. */
const mutants: readonly (readonly [string, RegExp, string])[] = [
  ['no guard on navigation', /contents\.on\("will-(?:frame-)?navigate", stay\);/g, ''],
  ['a channel that the preload calls by another name', /invoke\("panel:call"/, 'invoke("panel:calls"'],
  ['the sandbox off', /sandbox: true/, 'sandbox: false'],
  ['popups allowed', /action: "deny"/, 'action: "allow"'],
  ['a preload that wants the file system', /require\("electron"\)/, '(require("fs"), require("electron"))'],
  ['no filter on requests', /cancel: !mayRequest\(details\.url\)/, 'cancel: false'],
  ['permissions granted', /permission === "clipboard-sanitized-write"/, 'permission !== ""'],
  ['a preload that hands over more than one function', /\{ call:/, '{ send: electron.ipcRenderer, call:'],
];

/** A copy of the built program with the pattern replaced; it must occur, or the mutant means nothing. */
function mutate(folder: string, pattern: RegExp, replacement: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(projectFolder, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'resources'].filter((one) => existsSync(join(projectFolder, one)))) {
    symlinkSync(join(projectFolder, name), join(folder, name));
  }
  const bundles = globSync(['dist/main/main.js', 'dist/main/chunks/*.js', 'dist/preload/*.cjs'], {
    cwd: folder,
  });
  const changed = bundles.filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const mutant = text.replace(pattern, replacement);
    writeFileSync(join(folder, name), mutant);
    return mutant !== text;
  });
  expect(changed, 'the pattern must occur in the bundles').not.toEqual([]);
}

async function notices(browser: Browser, folder: string, dataFolder: string): Promise<string> {
  try {
    const program = await boot(browser, folder, dataFolder);
    const outcome = await keepsItsPromises(program).then(
      () => 'nothing',
      () => 'broken promise',
    );
    await program.page.context().close();
    await program.quit();
    return outcome;
  } catch (error) {
    return `no start: ${String(error)}`;
  }
}

for (const [name, pattern, replacement] of mutants) {
  test(`is noticed: ${name}`, async ({ browser }, { workerIndex }) => {
    const folder = join(projectFolder, 'out', `mutant-${workerIndex}`, name.replaceAll(' ', '-'));
    mutate(folder, pattern, replacement);
    const data = temporaryDataFolder();
    const noticed = await notices(browser, folder, data.path);
    expect(noticed).toMatch(/^(broken promise|no start: Error: ended with 1: .*unsafe settings: sandbox)/s);
    rmSync(folder, { recursive: true, force: true });
    data.remove();
  });
}
