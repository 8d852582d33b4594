import { deflateSync } from 'node:zlib';
import { HANDWRITING_HEIGHT, HANDWRITING_WIDTH } from '../../../shared/domain/handwriting-size.ts';
import type { Handwriting } from '../../../shared/schema/handwriting.ts';
import { drawLines } from './outline.ts';
import type { OutlineFont } from './outline.ts';

/** What stands in the field's rectangle. */
export interface Appearance {
  readonly lines: readonly string[];
  readonly font: OutlineFont;
  /** At the left, the lines at its right. */
  readonly handwriting?: Handwriting | undefined;
}

/** Share of the width that handwriting takes. */
const HANDWRITING_SHARE = 0.5;
const MARGIN = 3;
/** Width of the pen on the pad. */
const PEN = 9;

/**
 * The bodies of the objects that draw the appearance in a box of points: a form and, for a picture, its mask,
 * which gets the number `maskNumber`. Throws `glyphs-missing` as `drawLines` does.
 */
export function drawAppearance(
  appearance: Appearance,
  width: number,
  height: number,
  maskNumber: number,
): { readonly form: Buffer; readonly mask: Buffer | undefined } {
  const { handwriting } = appearance;
  const left = handwriting === undefined ? 0 : width * HANDWRITING_SHARE;
  const lines = drawLines(appearance.font, appearance.lines, width - left, height, left);
  const written = handwriting === undefined ? '' : drawHandwriting(handwriting, left, height);
  const mask = handwriting?.kind === 'picture' ? maskOf(handwriting) : undefined;
  const resources = mask === undefined ? '<< >>' : `<< /XObject << /M ${maskNumber} 0 R >> >>`;
  const head = `/Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources ${resources}`;
  return { form: streamOf(head, Buffer.from(`q\n${lines}\n${written}\nQ\n`)), mask };
}

function streamOf(head: string, content: Buffer): Buffer {
  const packed = deflateSync(content);
  const opening = `<< ${head} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(opening), packed, Buffer.from('\nendstream')]);
}

/** A stencil: ink is painted in the current colour, the rest stays clear. No soft mask, which PDF/A-1 refuses. */
function maskOf({ width, height, bits }: Extract<Handwriting, { kind: 'picture' }>): Buffer {
  const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ImageMask true /BitsPerComponent 1 /Decode [1 0]`;
  return streamOf(head, Buffer.from(bits, 'base64'));
}

function drawHandwriting(handwriting: Handwriting, width: number, height: number): string {
  const picture = handwriting.kind === 'picture' ? handwriting : undefined;
  const [across, down] = [picture?.width ?? HANDWRITING_WIDTH, picture?.height ?? HANDWRITING_HEIGHT];
  const scale = Math.min((width - 2 * MARGIN) / across, (height - 2 * MARGIN) / down);
  const [left, bottom] = [(width - across * scale) / 2, (height - down * scale) / 2];
  if (picture) return `${figures(across * scale, 0, 0, down * scale, left, bottom)} cm /M Do`;
  const place = (x: number, y: number): string => figures(left + x * scale, bottom + (down - y) * scale);
  const strokes = handwriting.kind === 'strokes' ? handwriting.strokes : [];
  return [
    '0 0 0.35 RG 1 J 1 j',
    `${figures(PEN * scale)} w`,
    ...strokes.map((stroke) => drawStroke(stroke, place)),
  ].join('\n');
}

function drawStroke(stroke: readonly number[], place: (x: number, y: number) => string): string {
  const points: string[] = [];
  for (let at = 0; at + 1 < stroke.length; at += 2) points.push(place(stroke[at] ?? 0, stroke[at + 1] ?? 0));
  const [first = '', ...others] = points;
  // A dot is a line to itself: the round ends make it one.
  const rest = others.length === 0 ? [first] : others;
  return `${first} m ${rest.map((point) => `${point} l`).join(' ')} S`;
}

function figures(...values: readonly number[]): string {
  return values.map((value) => String(Math.round(value * 100) / 100)).join(' ');
}
