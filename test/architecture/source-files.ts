import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..', '..');

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** The text with comments and the contents of strings blanked, so that words in them don't count. */
  readonly code: string;
  readonly imports: readonly string[];
}

/** All files of ours that are part of the program or its tests, in one order. */
export function sourceFiles(...folders: readonly string[]): readonly SourceFile[] {
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,tsx,mts,mjs}`);
  return globSync(patterns, { cwd: projectFolder })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map(readSource);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(projectFolder, path), 'utf8');
  return { path, text, code: blank(text), imports: importsOf(path, text) };
}

/** Comments, strings and pattern literals, whichever begins first; templates keep their `${…}` out too. */
const wordless = /\/\*[^]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

function blank(text: string): string {
  return text.replace(wordless, (found) =>
    found.startsWith('`') ? keepPlaces(found) : found.replace(/[^\n]/g, ' '),
  );
}

/** Code inside a template still counts. */
function keepPlaces(template: string): string {
  return [...template.matchAll(/\$\{([^}]*)\}/g)].map((place) => ` ${place[1] ?? ''} `).join('');
}

const importing = /^(?:import '|(?:import|export|\}) .*from ')([^']+)'/gm;
const importingLater = /\bimport\('([^']+)'\)/g;

/** What a file imports: project files as paths from the project's folder, everything else as written. */
function importsOf(path: string, text: string): readonly string[] {
  return [...text.matchAll(importing), ...text.matchAll(importingLater)].map((match) => {
    const name = match[1] ?? '';
    return name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), name)) : name;
  });
}
