export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/** Larger pictures would take too much memory once decoded; they are offered for download. */
export const imageLimits = { side: 8_000, pixels: 40_000_000 } as const;

/** Width and height as the first bytes of a PNG, JPEG or WebP say, before anything is decoded; null for others. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, length: number): string =>
    String.fromCharCode(...bytes.subarray(from, from + length));
  if (bytes.byteLength >= 24 && text(1, 3) === 'PNG' && text(12, 4) === 'IHDR')
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (bytes.byteLength >= 30 && text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return webpSize(view, text);
  if (bytes.byteLength >= 4 && view.getUint16(0) === 0xffd8) return jpegSize(view);
  return null;
}

/** False for what isn't one of the three formats, too. */
export function isShowableImage(bytes: Uint8Array): boolean {
  const size = imageSize(bytes);
  if (size === null || size.width === 0 || size.height === 0) return false;
  const { side, pixels } = imageLimits;
  return size.width <= side && size.height <= side && size.width * size.height <= pixels;
}

function webpSize(view: DataView, text: (from: number, length: number) => string): ImageSize | null {
  const chunk = text(12, 4);
  if (chunk === 'VP8X') {
    const width = view.getUint16(24, true) + view.getUint8(26) * 65_536 + 1;
    return { width, height: view.getUint16(27, true) + view.getUint8(29) * 65_536 + 1 };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits % 16_384) + 1, height: (Math.floor(bits / 16_384) % 16_384) + 1 };
  }
  if (chunk !== 'VP8 ') return null;
  return { width: view.getUint16(26, true) % 16_384, height: view.getUint16(28, true) % 16_384 };
}

/** Walks the segments to the first frame header (SOF0–SOF15 without the three that mean something else). */
function jpegSize(view: DataView): ImageSize | null {
  let place = 2;
  while (place + 9 < view.byteLength) {
    if (view.getUint8(place) !== 0xff) return null;
    const mark = view.getUint8(place + 1);
    if (mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc)
      return { width: view.getUint16(place + 7), height: view.getUint16(place + 5) };
    place += mark === 0xff ? 1 : 2 + view.getUint16(place + 2);
  }
  return null;
}
