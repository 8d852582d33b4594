import { createHash } from 'node:crypto';
import { isPartName, PART_LIMITS, readHeader } from '../parts.ts';
import { AppError } from '../../../shared/api/problem.ts';

/** What came of reading the bytes. `unreadable`: not a bundle, or of a newer format. */
export type ReadBundle =
  | { readonly state: 'unreadable'; readonly reason: 'not-bundle' | 'newer-bundle' }
  | { readonly state: 'broken'; readonly reason: string; readonly place: string }
  | { readonly state: 'read'; readonly parts: ReadonlyMap<string, Buffer> };

export const BUNDLE_LINE = 'paneldesk-bundle/1\n';

/** True when the bytes begin like a bundle of any format: what the screen and the command line ask first. */
export function looksLikeBundle(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 17)).toString('latin1') === 'paneldesk-bundle/';
}

/** Takes the stream of parts apart (check 1A); every part's digest is compared. Never throws for what is in the bytes. */
export function readBundle(bytes: Uint8Array): ReadBundle {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lineEnd = all.subarray(0, 40).indexOf(0x0a);
  const line = all.subarray(0, lineEnd + 1).toString('latin1');
  if (!/^paneldesk-bundle\/[1-9][0-9]{0,3}\n$/u.test(line))
    return { state: 'unreadable', reason: 'not-bundle' };
  if (line !== BUNDLE_LINE) return { state: 'unreadable', reason: 'newer-bundle' };
  const parts = new Map<string, Buffer>();
  let [at, total] = [line.length, 0];
  const broken = (reason: string, place = ''): ReadBundle => ({ state: 'broken', reason, place });
  for (;;) {
    if (all.byteLength < at + 4) return broken('truncated');
    const length = all.readUInt32BE(at);
    at += 4;
    if (length === 0) break;
    if (length > PART_LIMITS.headerBytes) return broken('part-header');
    if (all.byteLength < at + length) return broken('truncated');
    const header = headerOf(all.subarray(at, at + length));
    at += length;
    if (header === undefined) return broken('part-header');
    const { name, size, sha256 } = header;
    if (!isPartName(name)) return broken('part-name', name);
    if (parts.has(name)) return broken('part-repeated', name);
    total += size;
    if (parts.size >= PART_LIMITS.parts || total > PART_LIMITS.totalBytes) return broken('too-large');
    if (all.byteLength < at + size) return broken('truncated', name);
    const content = all.subarray(at, at + size);
    at += size;
    if (createHash('sha256').update(content).digest('hex') !== sha256) return broken('part-hash', name);
    parts.set(name, content);
  }
  return at === all.byteLength ? { state: 'read', parts } : broken('after-end');
}

function headerOf(bytes: Buffer): ReturnType<typeof readHeader> | undefined {
  try {
    return readHeader(bytes.toString('utf8'));
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
