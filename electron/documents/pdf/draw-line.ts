import { colourOf, figure } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import type { Inline, Line, PdfFont, PdfKitDocument } from './kit.ts';
import { glyphOf, plainCodePoints } from './widths.ts';

/** A text in a font: hexadecimal glyphs with, between them, corrections in thousandths of the size. */
interface EncodedText {
  readonly parts: readonly (string | number)[];
  readonly advance: number;
}

/** Properties of pdfmake's inlines that the plain way below doesn't know. */
const uncommon = [
  'link',
  'linkToPage',
  'linkToDestination',
  'decoration',
  'background',
  'fontFeatures',
] as const;

/** Draws one line as one text object; false, with nothing drawn, for a line with something uncommon. */
export function drawPlainLine(
  document: PdfKitDocument,
  drawing: Drawing,
  line: Line,
  x: number,
  y: number,
): boolean {
  if (line._pageNodeRef !== undefined) return false;
  if (!line.inlines.every(isPlain)) return false;
  if (line.id !== undefined) document.addNamedDestination(String(line.id), 'XYZ', x, y, null);
  const inlines = line.inlines.filter(({ text }) => text !== '');
  if (inlines.length === 0) return true;
  const heavy = inlines.some((inline) => inline.heavy === true);
  if (heavy) drawing.add('q\n0 0 0 RG 0.45 w');
  if (heavy) drawing.forget();
  const baseline = figure(y + line.getAscenderHeight());
  for (const group of groupsOf(inlines)) {
    const [first] = group;
    if (first === undefined) continue;
    document.page.fonts[first.font.id] ??= first.font.ref();
    drawing.set('fill', `${colourOf(first.color) ?? ''} rg`);
    const mode = heavy ? `${first.heavy === true ? 2 : 0} Tr ` : '';
    const size = figure(first.fontSize);
    const place = `1 0 0 -1 ${figure(x + first.x)} ${baseline} Tm`;
    drawing.add(`BT /${first.font.id} ${size} Tf ${mode}${place} ${arrayOf(group)} TJ ET`);
  }
  if (heavy) drawing.add('Q');
  if (heavy) drawing.forget();
  return true;
}

function isPlain(inline: Inline): boolean {
  const values = inline as unknown as Readonly<Record<string, unknown>>;
  if (uncommon.some((key) => values[key] !== undefined && values[key] !== null)) return false;
  if (values['sup'] === true || values['sub'] === true || Number(values['characterSpacing'] ?? 0) !== 0)
    return false;
  return (inline.opacity ?? 1) === 1 && colourOf(inline.color) !== undefined;
}

/** Neighbours in the same font, size, colour and weight. */
function groupsOf(inlines: readonly Inline[]): Inline[][] {
  const groups: Inline[][] = [];
  for (const inline of inlines) {
    const last = groups.at(-1)?.at(-1);
    if (last !== undefined && isAlike(last, inline)) groups.at(-1)?.push(inline);
    else groups.push([inline]);
  }
  return groups;
}

function isAlike(left: Inline, right: Inline): boolean {
  const same = left.font === right.font && left.fontSize === right.fontSize;
  return same && left.color === right.color && left.heavy === right.heavy;
}

/** The operand of TJ: where layout put an inline elsewhere than the pen stands, e.g. justified, the pen moves. */
function arrayOf(group: readonly Inline[]): string {
  const parts: string[] = ['[<'];
  const start = group[0]?.x ?? 0;
  let pen = 0;
  for (const inline of group) {
    const scale = 1000 / inline.fontSize;
    const { parts: glyphs, advance } = encode(inline.font, inline.text);
    const shift = Math.round(((inline.x - start) * scale - pen) * 10) / 10;
    if (Math.abs(shift) > 0.2) parts.push(`>${-shift}<`);
    if (Math.abs(shift) > 0.2) pen += shift;
    for (const part of glyphs) parts.push(typeof part === 'string' ? part : `>${part}<`);
    pen += advance;
  }
  parts.push('>]');
  return parts.join('');
}

const encodings = new WeakMap<PdfFont, Map<string, EncodedText>>();

function encode(font: PdfFont, text: string): EncodedText {
  const known = encodings.get(font) ?? new Map<string, EncodedText>();
  encodings.set(font, known);
  const found = known.get(text);
  if (found !== undefined) return found;
  const plain = plainCodePoints(text);
  const encoded = plain === undefined ? encodeShaped(font, text) : encodePlain(font, plain);
  known.set(text, encoded);
  return encoded;
}

function encodeShaped(font: PdfFont, text: string): EncodedText {
  const [glyphs, positions] = font.encode(text);
  const parts: (string | number)[] = [];
  let advance = 0;
  glyphs.forEach((glyph, index) => {
    const { xAdvance = 0, advanceWidth = 0 } = positions[index] ?? {};
    parts.push(glyph);
    // Kerning, e.g. between Latin letters.
    const kerning = Math.round((advanceWidth - xAdvance) * 10) / 10;
    if (kerning !== 0) parts.push(kerning);
    advance += advanceWidth - kerning;
  });
  return { parts, advance };
}

/** What `encode` of pdfkit does for glyphs, without shaping. */
function encodePlain(font: PdfFont, codePoints: readonly number[]): EncodedText {
  let advance = 0;
  const parts = codePoints.map((codePoint) => {
    const glyph = glyphOf(font, codePoint);
    const number = font.subset.includeGlyph(glyph.id);
    font.widths[number] ??= glyph.advance;
    font.unicode[number] ??= [codePoint];
    advance += glyph.advance;
    return number.toString(16).padStart(4, '0');
  });
  return { parts: [parts.join('')], advance };
}
