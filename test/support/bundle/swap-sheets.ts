import { BUNDLE_LINE, readBundle } from '../../../electron/exchange/bundle/read-bundle.ts';
import { sha256Hex } from '../../../electron/signing/fingerprint.ts';

/** A bundle in which the first two opened sheets have changed places; the container itself is sound. */
export function swapSheets(bytes: Uint8Array): Buffer {
  const read = readBundle(bytes);
  if (read.state !== 'read') throw new Error('no bundle');
  const [one, two] = [...read.parts.keys()].filter((name) => name.endsWith('.sheet.jws'));
  const swapped = new Map(read.parts);
  for (const [to, from] of [
    [one, two],
    [two, one],
  ])
    swapped.set(to ?? '', read.parts.get(from ?? '') ?? Buffer.alloc(0));
  const pieces = [...swapped].flatMap(([name, content]) => {
    const header = JSON.stringify({ name, size: content.byteLength, sha256: sha256Hex(content) });
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(header));
    return [length, Buffer.from(header), content];
  });
  return Buffer.concat([Buffer.from(BUNDLE_LINE), ...pieces, Buffer.alloc(4)]);
}
