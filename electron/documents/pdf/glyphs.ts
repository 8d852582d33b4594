import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { ContentText } from 'pdfmake/interfaces';
import { AppError } from '../../../shared/api/problem.ts';
import type { ProblemPlace } from '../../../shared/api/problem.ts';
import type { FontSet } from '../pdf-contract.ts';
import type { FontName } from './walk.ts';

export type Coverage = (font: FontName, codePoint: number) => boolean;

/** Which code points each font can draw, without a cache: fontkit looks into the font's own map. */
export function openCoverage(fonts: FontSet): Coverage {
  const serif = openFont(fonts.serif);
  const sans = openFont(fonts.sans);
  return (font, codePoint) => (font === 'serif' ? serif : sans).hasGlyphForCodePoint(codePoint);
}

/** Loaded beside pdfkit, which brings the same fontkit: outside every bundle, one copy. */
function openFont(path: string): Font {
  const { openSync } = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
  const font = openSync(path);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${path} is a collection, not a font`);
  return font;
}

/** Line ends are layout, not glyphs. */
const layoutCharacters = new Set(['\n', '\r', '\t']);

/**
 * Refuses data with a character that no font can draw: pdfmake would print an empty box and lose it.
 * @throws AppError `glyphs-missing`; each place has the path in the data and `character`, `codePoint`, `text`.
 */
export function refuseMissingGlyphs(data: unknown, covers: Coverage): void {
  const places = [...missingGlyphs(data, '', covers)];
  if (places.length === 0) return;
  const characters = new Set(places.map((place) => String(place.values?.['character'])));
  throw new AppError('glyphs-missing', { characters: [...characters].join(' ') }, places.slice(0, 200));
}

function* missingGlyphs(value: unknown, path: string, covers: Coverage): Generator<ProblemPlace> {
  if (typeof value === 'string') {
    for (const character of new Set(value)) {
      if (layoutCharacters.has(character) || anyFont(character, covers)) continue;
      const values = { character, codePoint: nameCodePoint(character), text: value.slice(0, 80) };
      yield { path, reason: 'glyph-missing', values };
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      yield* missingGlyphs(entry, path === '' ? key : `${path}.${key}`, covers);
    }
  }
}

function anyFont(character: string, covers: Coverage): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return covers('serif', codePoint) || covers('sans', codePoint);
}

function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Splits a text into runs, each in a font that has all its characters. */
export function splitByFont(text: string, font: FontName, covers: Coverage): string | ContentText[] {
  const other: FontName = font === 'serif' ? 'sans' : 'serif';
  const runs: { text: string; font: FontName }[] = [];
  for (const character of text.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', ' ')) {
    const own = character === '\n' || covers(font, character.codePointAt(0) ?? 0);
    const name = own ? font : other;
    const last = runs.at(-1);
    if (last?.font === name) last.text += character;
    else runs.push({ text: character, font: name });
  }
  if (runs.every((run) => run.font === font)) return runs.map((run) => run.text).join('');
  return runs;
}
