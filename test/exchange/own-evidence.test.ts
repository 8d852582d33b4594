import { describe, expect, it } from 'vitest';
import { bundleLines } from '../../electron/exchange/bundle/lines.ts';
import { compareOwn, type OwnRows } from '../../electron/exchange/bundle/own-evidence.ts';
import { verifyBundle } from '../../electron/exchange/bundle/verify-bundle.ts';
import { makeHonestBundle, type HonestBundle } from '../support/bundle/make.ts';
import { identityOf, payloadOf, textOf } from '../support/bundle/story.ts';
import { Forgery } from '../support/bundle/tamper/index.ts';

const MEMBER = 'm1';

/** What the laptop of one member keeps: its envelopes, its receipts, the ends of the record in its letters. */
function ownRows({ story }: HonestBundle): OwnRows {
  const own = [...story.parts.keys()].filter((name) => name.includes(`/${MEMBER}/`));
  const receipts = own.filter((name) => name.startsWith('receipts/'));
  return {
    envelopes: own
      .filter((name) => /^sheets\/.*envelope/u.test(name))
      .map((name) => ({ envelope_hash: identityOf(story.parts, name) })),
    receipts: receipts.map((name) => ({ jws: textOf(story.parts, name) })),
    heads: receipts.map((name) => payloadOf(story.parts, name)['log'] as { size: number; head: string }),
  };
}

/** The first seed whose member sent something by letter. */
async function withReceipts(): Promise<{ honest: HonestBundle; rows: OwnRows }> {
  for (let seed = 1; ; seed += 1) {
    const honest = await makeHonestBundle(seed);
    const rows = ownRows(honest);
    if (rows.receipts.length > 0) return { honest, rows };
  }
}

describe('a member’s own laptop', () => {
  it('finds its sheets and every end of the record that it has seen', async () => {
    const { honest, rows } = await withReceipts();
    const own = compareOwn(honest.bytes, honest.story.review, rows);
    expect(own).toEqual({
      sheets: rows.envelopes.length,
      missingSheets: 0,
      heads: new Set(rows.heads.map(({ size }) => size)).size,
      otherHeads: 0,
    });
    const [verdict, line] = bundleLines(verifyBundle(honest.bytes), own);
    expect([verdict?.key, line?.key, line?.tone]).toEqual(['bundle.valid', 'bundle.own-good', 'good']);
  });

  it('finds out an office that rewrote everything, receipts too, so that the bundle alone looks sound', async () => {
    const { honest, rows } = await withReceipts();
    const forgery = new Forgery(honest.story);
    for (const name of forgery.names(/^receipts\//u)) forgery.parts.delete(name);
    const record = forgery.story.record.map((entry) =>
      entry.type === 'sheets-received' ? { ...entry, type: 'submitted' } : entry,
    );
    forgery.reseal({ record: () => record.filter(({ type }) => type !== 'result-closed') });
    const bytes = await forgery.bytes();
    const report = verifyBundle(bytes, { authority: honest.story.authority.fingerprint });
    expect(report.verdict).toBe('valid');
    const own = compareOwn(bytes, honest.story.review, rows);
    expect(own?.otherHeads).toBeGreaterThan(0);
    expect(
      bundleLines(report, own)
        .slice(0, 2)
        .map(({ key }) => key),
    ).toEqual(['bundle.invalid', 'bundle.own-record']);
  });

  it('misses a sheet of its own that was dropped', async () => {
    const { honest, rows } = await withReceipts();
    const forgery = new Forgery(honest.story);
    const [first] = forgery.names(new RegExp(`^sheets/.*/${MEMBER}/1\\.envelope`, 'u'));
    forgery.parts.delete(first ?? '');
    const own = compareOwn(await forgery.bytes(), honest.story.review, rows);
    expect(own?.missingSheets).toBe(1);
  });
});
