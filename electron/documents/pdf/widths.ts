import type { PdfFont } from './kit.ts';

interface Sized {
  readonly font: PdfFont;
  readonly fontSize: number;
  readonly fontFeatures?: unknown;
  readonly characterSpacing?: number;
}

/** Widths in thousandths of the size: most texts are one Chinese character. */
const widths = new WeakMap<PdfFont, Map<string, number>>();

/** Width in points; spacing stands between the characters. */
export function widthOf(text: string, { font, fontSize, fontFeatures, characterSpacing = 0 }: Sized): number {
  const spacing = characterSpacing === 0 ? 0 : characterSpacing * (text.length - 1);
  if (fontFeatures) return font.widthOfString(text, fontSize, fontFeatures) + spacing;
  const known = widths.get(font) ?? new Map<string, number>();
  widths.set(font, known);
  const width = known.get(text) ?? measure(font, text);
  known.set(text, width);
  return (width * fontSize) / 1000 + spacing;
}

function measure(font: PdfFont, text: string): number {
  const plain = plainCodePoints(text);
  if (plain === undefined) return font.widthOfString(text, 1000);
  return plain.reduce((sum, codePoint) => sum + glyphOf(font, codePoint).advance, 0);
}

/** A glyph by its number in the font, with its width in thousandths. */
export interface PlainGlyph {
  readonly id: number;
  readonly advance: number;
}

const glyphs = new WeakMap<PdfFont, Map<number, PlainGlyph>>();

/** Looked up in the font's tables once for each character. */
export function glyphOf(font: PdfFont, codePoint: number): PlainGlyph {
  const known = glyphs.get(font) ?? new Map<number, PlainGlyph>();
  glyphs.set(font, known);
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const { id, advanceWidth } = font.font.glyphForCodePoint(codePoint);
  const glyph = { id, advance: advanceWidth * font.scale };
  known.set(codePoint, glyph);
  return glyph;
}

/**
 * The code points of a text of ideographs and East Asian punctuation. Those have one glyph and one width in
 * every context, so the shaping of the font, most of the time of a short document, has nothing to do.
 */
export function plainCodePoints(text: string): readonly number[] | undefined {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  return codePoints.every(isPlain) ? codePoints : undefined;
}

function isPlain(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    // Without the marks that join the character before them.
    (codePoint >= 0x3000 && codePoint <= 0x3029) ||
    (codePoint >= 0xff01 && codePoint <= 0xff60) ||
    (codePoint >= 0x20000 && codePoint <= 0x323af)
  );
}
