import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { Decrypter, armor } from 'age-encryption';
import * as testkit from 'cctv-age';
import { describe, expect, it } from 'vitest';

/**
 * The test vectors of the age format by its author (C2SP CCTV, package `cctv-age`, 0BSD or CC0 or Unlicense)
 * against the library as it is built into this program. A vector is lines of `key: value`, an empty line, a file.
 */
const vectors = Object.entries(testkit as Readonly<Record<string, Uint8Array>>).map(([name, contents]) => {
  const bytes = Buffer.from(contents);
  const end = bytes.indexOf('\n\n');
  const lines = bytes.subarray(0, end).toString('utf8').split('\n');
  const meta = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  const body = bytes.subarray(end + 2);
  return { name, meta, body: meta.get('compressed') === 'zlib' ? inflateSync(body) : body };
});
type Vector = (typeof vectors)[number];

/** SHA-256 of what the file holds; null when it is refused. */
async function openedHash({ meta, body }: Vector): Promise<string | null> {
  const decrypter = new Decrypter();
  const passphrase = meta.get('passphrase');
  const identity = meta.get('identity');
  if (passphrase !== undefined) decrypter.addPassphrase(passphrase);
  if (identity !== undefined) decrypter.addIdentity(identity);
  try {
    const file = meta.has('armored') ? armor.decode(body.toString('utf8')) : new Uint8Array(body);
    return createHash('sha256')
      .update(await decrypter.decrypt(file))
      .digest('hex');
  } catch {
    return null;
  }
}

describe('the age test vectors', () => {
  it('are all there: 143, of which 117 must be refused', () => {
    expect(vectors).toHaveLength(143);
    expect(vectors.filter(({ meta }) => meta.get('expect') !== 'success')).toHaveLength(117);
  });

  it.each(vectors)('$name', async (vector) => {
    const good = vector.meta.get('expect') === 'success' ? vector.meta.get('payload') : null;
    expect(await openedHash(vector)).toBe(good);
  });
});
