import { bytesPart, writeParts } from '../parts.ts';
import { comparePartNames } from './part-table.ts';
import { BUNDLE_LINE } from './read-bundle.ts';

/** Part name → bytes or text. */
export type BundleParts = ReadonlyMap<string, Uint8Array | string>;

/** The file `result.bundle` of these parts. @throws AppError `data-corrupt` for a name that isn't one of a part */
export async function writeBundle(parts: BundleParts): Promise<Buffer> {
  const sorted = [...parts].toSorted(([left], [right]) => comparePartNames(left, right));
  const pieces: Uint8Array[] = [Buffer.from(BUNDLE_LINE, 'ascii')];
  const listed = sorted.map(([name, content]) =>
    bytesPart(name, typeof content === 'string' ? Buffer.from(content, 'utf8') : content),
  );
  for await (const piece of writeParts(listed)) pieces.push(piece);
  return Buffer.concat(pieces);
}
