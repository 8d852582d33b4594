import { AppError } from '../../../shared/api/problem.ts';
import type { ProblemPlace } from '../../../shared/api/problem.ts';
import type { FontName, OpenFonts } from './fonts.ts';

/** Line ends are layout, not glyphs. */
const layoutCharacters = new Set(['\n', '\r', '\t']);

/**
 * Refuses data with a character that no font can draw: pdfmake would print an empty box and lose it.
 * @throws AppError `glyphs-missing`; each place has the path in the data and `character`, `codePoint`, `text`.
 */
export function refuseMissingGlyphs(data: unknown, fonts: OpenFonts): void {
  const places = [...missingGlyphs(data, '', fonts)];
  if (places.length === 0) return;
  const characters = new Set(places.map((place) => String(place.values?.['character'])));
  throw new AppError('glyphs-missing', { characters: [...characters].join(' ') }, places.slice(0, 200));
}

function* missingGlyphs(value: unknown, path: string, fonts: OpenFonts): Generator<ProblemPlace> {
  if (typeof value === 'string') {
    for (const character of new Set(value)) {
      if (layoutCharacters.has(character) || anyFont(character, fonts)) continue;
      const values = { character, codePoint: nameCodePoint(character), text: value.slice(0, 80) };
      yield { path, reason: 'glyph-missing', values };
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      yield* missingGlyphs(entry, path === '' ? key : `${path}.${key}`, fonts);
    }
  }
}

function anyFont(character: string, fonts: OpenFonts): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return fonts.names.some((name) => fonts.covers(name, codePoint));
}

function nameCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Splits a text into runs, each in the wanted font or else the first of the chain that has its characters.
 * @throws AppError `glyphs-missing` for a character that none has: a sentence of ours, since the data was
 *   looked through before
 */
export function splitByFont(
  text: string,
  wanted: FontName,
  fonts: OpenFonts,
): readonly { readonly text: string; readonly font: FontName }[] {
  const plain = /[\r\t]/u.test(text) ? text.replaceAll(/\r\n?/gu, '\n').replaceAll('\t', ' ') : text;
  const runs: { text: string; font: FontName }[] = [];
  let start = 0;
  let present = wanted;
  let at = 0;
  for (const character of plain) {
    const font = fontFor(character, wanted, fonts);
    if (font !== present) {
      if (at > start) runs.push({ text: plain.slice(start, at), font: present });
      [start, present] = [at, font];
    }
    at += character.length;
  }
  if (at > start || runs.length === 0) runs.push({ text: plain.slice(start), font: present });
  return runs;
}

function fontFor(character: string, wanted: FontName, fonts: OpenFonts): FontName {
  const codePoint = character.codePointAt(0) ?? 0;
  if (character === '\n' || fonts.covers(wanted, codePoint)) return wanted;
  const other = fonts.names.find((name) => fonts.covers(name, codePoint));
  if (other === undefined) refuseMissingGlyphs({ text: character }, fonts);
  return other ?? wanted;
}
