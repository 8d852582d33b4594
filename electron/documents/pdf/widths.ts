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
  const ideograph = ideographOf(text);
  if (ideograph === undefined) return font.widthOfString(text, 1000);
  return font.font.glyphForCodePoint(ideograph).advanceWidth * font.scale;
}

/**
 * The code point of a text of one ideograph. Those have one glyph and one width in every context, so the
 * shaping of the font, most of the time of a short document, has nothing to do.
 */
export function ideographOf(text: string): number | undefined {
  if (text.length > 2) return undefined;
  const codePoint = text.codePointAt(0) ?? 0;
  if (text.length === 2 && codePoint <= 0xffff) return undefined;
  const isIdeograph =
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x20000 && codePoint <= 0x323af);
  return isIdeograph ? codePoint : undefined;
}
