import { HANDWRITING_HEIGHT, HANDWRITING_WIDTH } from '../../../shared/domain/handwriting-size.ts';
import type { Handwriting } from '../../../shared/schema/handwriting.ts';

/** Why a picture can't be used; key of a sentence `documents.picture.…`. */
export type PictureDefect = 'type' | 'bytes' | 'size' | 'ink';

export const MOST_PICTURE_BYTES = 5 * 1024 * 1024;
const MOST_SIDE = 8000;
const MOST_PIXELS = 40_000_000;

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Width and height as the head of a PNG or JPEG says, read before anything is decoded. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isPng = bytes.length > 24 && view.getUint32(0) === 0x89504e47 && view.getUint32(12) === 0x49484452;
  if (isPng) return { width: view.getUint32(16), height: view.getUint32(20) };
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(view) : undefined;
}

/** Start-of-frame markers, without the tables (C4, C8, CC) among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

function jpegSize(view: DataView): PictureSize | undefined {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

export function pictureDefect(bytes: Uint8Array): PictureDefect | undefined {
  if (bytes.length > MOST_PICTURE_BYTES) return 'bytes';
  const size = pictureSize(bytes);
  if (size === undefined) return 'type';
  const { width, height } = size;
  const isSmall = width <= MOST_SIDE && height <= MOST_SIDE && width * height <= MOST_PIXELS;
  return isSmall && width > 0 && height > 0 ? undefined : 'size';
}

/** The size that fits the pad, not enlarged. */
export function fittedSize({ width, height }: PictureSize): PictureSize {
  const scale = Math.min(1, HANDWRITING_WIDTH / width, HANDWRITING_HEIGHT / height);
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** Ink is at least this and at most that share of the picture, else it is no writing. */
const LEAST_INK = 0.002;
const MOST_INK = 0.5;
const EDGE = 4;

/**
 * Dark writing on light paper (or on nothing) as one bit a pixel, cut to the writing. `pixels` is RGBA, row by
 * row. Undefined when there is no writing to see.
 */
export function inkOf(pixels: Uint8ClampedArray, { width, height }: PictureSize): Handwriting | undefined {
  const darkness = Array.from({ length: width * height }, (_, index) => darknessAt(pixels, index * 4));
  const limit = dividingLine(darkness);
  const isInk = (x: number, y: number): boolean => (darkness[y * width + x] ?? 0) > limit;
  const count = darkness.filter((value) => value > limit).length;
  if (count < LEAST_INK * darkness.length || count > MOST_INK * darkness.length) return undefined;
  const columns = Array.from({ length: width }, (_, x) => x);
  const rows = Array.from({ length: height }, (_, y) => y);
  const usedColumns = columns.filter((x) => rows.some((y) => isInk(x, y)));
  const usedRows = rows.filter((y) => columns.some((x) => isInk(x, y)));
  const left = Math.max(0, (usedColumns[0] ?? 0) - EDGE);
  const right = Math.min(width, (usedColumns.at(-1) ?? 0) + 1 + EDGE);
  const top = Math.max(0, (usedRows[0] ?? 0) - EDGE);
  const bottom = Math.min(height, (usedRows.at(-1) ?? 0) + 1 + EDGE);
  const bits = packed(right - left, bottom - top, (x, y) => isInk(left + x, top + y));
  return { kind: 'picture', width: right - left, height: bottom - top, bits };
}

function darknessAt(pixels: Uint8ClampedArray, at: number): number {
  const [red = 255, green = 255, blue = 255, alpha = 255] = pixels.subarray(at, at + 4);
  return Math.round(((255 - (0.299 * red + 0.587 * green + 0.114 * blue)) * alpha) / 255);
}

/** Otsu's threshold: the line between the two groups that lie farthest apart. */
function dividingLine(values: readonly number[]): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  const whole = counts.reduce((sum, count, value) => sum + count * value, 0);
  let [below, sumBelow, best, first, last] = [0, 0, -1, 128, 128];
  counts.forEach((count, value) => {
    below += count;
    sumBelow += count * value;
    const above = values.length - below;
    if (below === 0 || above === 0) return;
    const apart = sumBelow / below - (whole - sumBelow) / above;
    const spread = below * above * apart * apart;
    // Between two clear groups every value is as good: the middle of them.
    if (spread > best) [best, first] = [spread, value];
    if (spread === best) last = value;
  });
  return (first + last) / 2;
}

/** Base64 of rows of bits, each row filled up to a byte. */
function packed(width: number, height: number, isInk: (x: number, y: number) => boolean): string {
  const stride = Math.ceil(width / 8);
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const place = y * stride + (x >> 3);
      if (isInk(x, y)) bytes[place] = (bytes[place] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
