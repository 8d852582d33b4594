import { openSync } from 'fontkit';
import type { Font } from 'fontkit';
import { AppError } from '../../../shared/api/problem.ts';

/**
 * Fonts whose glyphs are drawn as outlines, so that a signature needs no font of the document. The next one is
 * opened when those before it lack a character.
 */
export interface OutlineFont {
  readonly fonts: readonly (() => Font)[];
}

const LINE_HEIGHT = 1.25;
/** Share of the box left free on each side. */
const MARGIN = 0.06;

/** TrueType fonts by path, in the order they are asked; the caller's resolver knows where fonts live. */
export function openOutlineFont(...paths: readonly string[]): OutlineFont {
  const opened = new Map<string, Font>();
  const open = (path: string): Font => {
    const font = opened.get(path) ?? openSync(path);
    if (!('layout' in font)) throw new AppError('unexpected', { what: 'font' });
    opened.set(path, font);
    return font;
  };
  return { fonts: paths.map((path) => () => open(path)) };
}

function fontFor(outline: OutlineFont, letter: string): Font | undefined {
  const codePoint = letter.codePointAt(0) ?? 0;
  return outline.fonts.find((open) => open().hasGlyphForCodePoint(codePoint))?.();
}

/** Characters that no font has a glyph for, once each. */
export function missingGlyphs(outline: OutlineFont, lines: readonly string[]): string[] {
  const letters = new Set(lines.flatMap((line) => Array.from(line)));
  return [...letters].filter((letter) => fontFor(outline, letter) === undefined);
}

interface Run {
  readonly font: Font;
  readonly text: string;
}

function runsOf(outline: OutlineFont, line: string): Run[] {
  const runs: { font: Font; text: string }[] = [];
  for (const letter of line) {
    const font = fontFor(outline, letter);
    const last = runs.at(-1);
    if (font !== undefined && last?.font === font) last.text += letter;
    else if (font !== undefined) runs.push({ font, text: letter });
  }
  return runs;
}

/** Width of a line of size 1. */
function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { font, text }) => sum + font.layout(text).advanceWidth / font.unitsPerEm, 0);
}

/**
 * PDF drawing operators for the lines, as large as the box (points, from `left`) allows. Throws `glyphs-missing`
 * with the characters, because a box in place of a name must never be signed.
 */
export function drawLines(
  outline: OutlineFont,
  lines: readonly string[],
  width: number,
  height: number,
  left = 0,
): string {
  const missing = missingGlyphs(outline, lines);
  if (missing.length > 0) throw new AppError('glyphs-missing', { characters: missing.join('') });
  const drawn = lines.map((line) => runsOf(outline, line));
  const widest = Math.max(1, ...drawn.map(widthOf));
  const inner = 1 - 2 * MARGIN;
  const size = Math.min((height * inner) / (lines.length * LINE_HEIGHT), (width * inner) / widest);
  const block = lines.length * LINE_HEIGHT * size;
  const operators = drawn.flatMap((runs, index) => {
    // The baseline stands about a quarter of the size above the bottom of its line.
    const baseline = (height + block) / 2 - (index + 1) * LINE_HEIGHT * size + size * 0.35;
    return drawRuns(runs, size, left + width * MARGIN, baseline);
  });
  return ['0 g', ...operators].join('\n');
}

function drawRuns(runs: readonly Run[], size: number, left: number, baseline: number): string[] {
  let pen = left;
  return runs.flatMap(({ font, text }) => {
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(text);
    return glyphs.flatMap((glyph, at) => {
      const drawn = drawGlyph(glyph.path.commands, scale, pen, baseline);
      pen += (positions[at]?.xAdvance ?? glyph.advanceWidth) * scale;
      return drawn;
    });
  });
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
