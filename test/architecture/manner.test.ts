import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../shared/text/index.ts';
import { projectFolder, sourceFiles } from './source-files.ts';

const program = sourceFiles('shared', 'electron', 'renderer');
const everything = [...program, ...sourceFiles('test')];

/** Top level of the design card, and what tools insist on at the root. */
const topLevel = new Set([
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron',
  'renderer',
  'shared',
  'resources',
  'test',
  'electron-builder.yml',
  'README.md',
]);

describe('the manner of the house', () => {
  it('no file is longer than 250 lines', () => {
    const long = everything.filter((file) => file.text.split('\n').length - 1 > 250);
    expect(long.map((file) => file.path)).toEqual([]);
  });

  it('nothing stands at the top level but what belongs there', () => {
    const ignored = new Set(['node_modules', 'dist', 'out', 'coverage']);
    const names = readdirSync(projectFolder).filter((name) => !name.startsWith('.') && !ignored.has(name));
    expect(names.filter((name) => !topLevel.has(name))).toEqual([]);
  });

  it('no code asks whether it runs in Electron', () => {
    const asking = /process\.versions\.electron|userAgent|process\.type\b|isElectron/;
    expect(program.filter((file) => asking.test(file.code)).map((file) => file.path)).toEqual([]);
  });

  it('only settings of tools are default exports', () => {
    const exporting = everything.filter((file) => /\bexport default\b/.test(file.code));
    expect(exporting.map((file) => file.path)).toEqual([
      'renderer/vite.config.ts',
      'test/mutation.config.ts',
      'test/playwright.config.ts',
    ]);
  });

  it('nothing is left unfinished, silenced or unchecked', () => {
    const silenced = /@ts-(?:ignore|nocheck|expect-error)|(?:eslint|oxlint)-disable|prettier-ignore/;
    const wrong = program.filter((file) => silenced.test(file.text) || /\bas any\b/.test(file.code));
    expect(wrong.map((file) => file.path)).toEqual([]);
  });

  it('tests read nothing outside the project', () => {
    const outside = new RegExp(['/work', 'shared'].join('/'));
    expect(
      sourceFiles('test')
        .filter((file) => outside.test(file.text))
        .map((file) => file.path),
    ).toEqual([]);
  });

  it('the page carries no inline script, style or handler', () => {
    const page = readFileSync(join(projectFolder, 'renderer/index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
  });

  it('every sentence key that the program names exists', () => {
    const keys = new Set(Object.keys(sentences['zh-CN']));
    const subjects = new Set([...keys].map((key) => key.split('.')[0]));
    const named = program
      .filter((file) => !file.path.startsWith('shared/text/'))
      .flatMap((file) => [
        ...file.text.matchAll(/\b(?:text|t|say|words)(?:\.of)?\(\s*'([a-z]\w*)\.([\w.-]+)'/g),
      ])
      .filter((match) => subjects.has(match[1]))
      .map((match) => `${match[1] ?? ''}.${match[2] ?? ''}`);
    expect([...new Set(named)].filter((key) => !keys.has(key))).toEqual([]);
  });

  it('every entry of the tool settings exists', () => {
    const files = [
      '.ci/run',
      'electron/start.mjs',
      'test/run-all.ts',
      'test/playwright.config.ts',
      'electron-builder.yml',
    ];
    expect(files.filter((name) => !existsSync(join(projectFolder, name)))).toEqual([]);
  });
});
