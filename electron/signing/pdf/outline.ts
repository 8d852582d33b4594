import { openSync } from 'fontkit';
import type { Font } from 'fontkit';
import { AppError } from '../../../shared/api/problem.ts';

/** A font whose glyphs are drawn as outlines, so that a signature needs no font of the document. */
export interface OutlineFont {
  readonly font: Font;
}

const LINE_HEIGHT = 1.25;
/** Share of the box left free on each side. */
const MARGIN = 0.06;

/** Opens a TrueType font by path; the caller's resolver knows where fonts live. */
export function openOutlineFont(path: string): OutlineFont {
  const font = openSync(path);
  if (!('layout' in font)) throw new AppError('unexpected', { what: 'font' });
  return { font };
}

/** Characters that the font has no glyph for, once each. */
export function missingGlyphs(outline: OutlineFont, lines: readonly string[]): string[] {
  const letters = new Set(lines.flatMap((line) => Array.from(line)));
  return [...letters].filter((letter) => !outline.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
}

/**
 * PDF drawing operators for the lines, as large as the box (points) allows. Throws `glyphs-missing`
 * with the characters, because a box in place of a name must never be signed.
 */
export function drawLines(
  outline: OutlineFont,
  lines: readonly string[],
  width: number,
  height: number,
): string {
  const missing = missingGlyphs(outline, lines);
  if (missing.length > 0) throw new AppError('glyphs-missing', { characters: missing.join('') });
  const { font } = outline;
  const runs = lines.map((line) => font.layout(line));
  const widest = Math.max(1, ...runs.map((run) => run.advanceWidth)) / font.unitsPerEm;
  const inner = 1 - 2 * MARGIN;
  const size = Math.min((height * inner) / (lines.length * LINE_HEIGHT), (width * inner) / widest);
  const scale = size / font.unitsPerEm;
  const block = lines.length * LINE_HEIGHT * size;
  const operators = runs.map((run, index) => {
    // The baseline stands about a quarter of the size above the bottom of its line.
    const baseline = (height + block) / 2 - (index + 1) * LINE_HEIGHT * size + size * 0.35;
    let pen = width * MARGIN;
    return run.glyphs.map((glyph, at) => {
      const drawn = drawGlyph(glyph.path.commands, scale, pen, baseline);
      pen += (run.positions[at]?.xAdvance ?? glyph.advanceWidth) * scale;
      return drawn;
    });
  });
  return ['q', '0 g', ...operators.flat(2), 'Q', ''].join('\n');
}

interface PathCommand {
  readonly command: string;
  readonly args: readonly number[];
}

function drawGlyph(commands: readonly PathCommand[], scale: number, left: number, base: number): string[] {
  if (commands.length === 0) return [];
  let last: readonly [number, number] = [0, 0];
  const place = (x: number, y: number): string => `${round(left + x * scale)} ${round(base + y * scale)}`;
  const drawn = commands.map(({ command, args }) => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === 'moveTo' || command === 'lineTo') {
      last = [a, b];
      return `${place(a, b)} ${command === 'moveTo' ? 'm' : 'l'}`;
    }
    if (command === 'quadraticCurveTo') {
      // PDF has cubic curves only; two thirds toward the control point is exact.
      const toward = (from: number, control: number): number => from + ((control - from) * 2) / 3;
      const [x, y] = last;
      last = [c, d];
      const first = place(toward(x, a), toward(y, b));
      return `${first} ${place(toward(c, a), toward(d, b))} ${place(c, d)} c`;
    }
    if (command === 'bezierCurveTo') {
      last = [e, f];
      return `${place(a, b)} ${place(c, d)} ${place(e, f)} c`;
    }
    return 'h';
  });
  return [...drawn, 'f'];
}

/** Hundredths of a point: finer than any printer. */
function round(value: number): string {
  const hundredths = Math.round(value * 100);
  return String(hundredths / 100);
}
