import { describe, expect, it } from 'vitest';
import { deflateSync } from 'node:zlib';
import { handwriting } from '../../shared/schema/handwriting.ts';
import { fittedSize, inkOf, pictureDefect, pictureSize } from '../../renderer/screens/documents/ink.ts';

function png(width: number, height: number): Uint8Array {
  const head = Buffer.alloc(33);
  head.write('89504e470d0a1a0a0000000d49484452', 'hex');
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return new Uint8Array(Buffer.concat([head, deflateSync(Buffer.alloc(10))]));
}

/** Start of image, a comment, then the frame. */
function jpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from('ffd8fffe000548410affc0001108000000000301', 'hex');
  frame.writeUInt16BE(height, frame.length - 6);
  frame.writeUInt16BE(width, frame.length - 4);
  return new Uint8Array(Buffer.concat([frame, Buffer.alloc(40)]));
}

/** Pixels of grey paper with a dark bar from (10, 10) to (30, 14). */
function paper(width: number, height: number, ground: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const isBar = x >= 10 && x < 30 && y >= 10 && y < 14;
    pixels.fill(isBar ? 40 : ground, at * 4, at * 4 + 3);
  }
  return pixels;
}

describe('a picture of a signature', () => {
  it('is measured by its head, before anything is decoded', () => {
    expect(pictureSize(png(640, 200))).toEqual({ width: 640, height: 200 });
    expect(pictureSize(jpeg(1200, 900))).toEqual({ width: 1200, height: 900 });
    expect(
      pictureSize(new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))),
    ).toBeUndefined();
  });

  it.each([
    ['a picture of usual size', png(3000, 1000), undefined],
    ['more than 8000 pixels across', png(8001, 10), 'size'],
    ['more than 40 million pixels', jpeg(8000, 5001), 'size'],
    ['no width', png(0, 10), 'size'],
    ['a drawing', new Uint8Array(Buffer.from('<svg/>')), 'type'],
    ['a large file', new Uint8Array(6_000_000), 'bytes'],
  ])('is taken or refused: %s', (_name, bytes, defect) => {
    expect(pictureDefect(bytes)).toBe(defect);
  });

  it('fits the pad without being enlarged', () => {
    expect(fittedSize({ width: 3000, height: 1000 })).toEqual({ width: 900, height: 300 });
    expect(fittedSize({ width: 1000, height: 3000 })).toEqual({ width: 100, height: 300 });
    expect(fittedSize({ width: 50, height: 20 })).toEqual({ width: 50, height: 20 });
  });

  it('becomes the ink alone, cut to the writing, as the backend takes it', () => {
    for (const ground of [255, 190]) {
      const ink = inkOf(paper(60, 40, ground), { width: 60, height: 40 });
      expect(ink).toMatchObject({ kind: 'picture', width: 28, height: 12 });
      expect(handwriting.safeParse(ink).success).toBe(true);
      const bits = Buffer.from(ink?.kind === 'picture' ? ink.bits : '', 'base64');
      const count = bits.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
      expect(count).toBe(20 * 4);
    }
  });

  it('is refused without writing: blank, or all dark', () => {
    const blank = new Uint8ClampedArray(60 * 40 * 4).fill(255);
    expect(inkOf(blank, { width: 60, height: 40 })).toBeUndefined();
    const dark = paper(40, 20, 40);
    expect(inkOf(dark, { width: 40, height: 20 })).toBeUndefined();
  });
});
