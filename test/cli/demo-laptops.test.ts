import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { playLaptops } from '../../electron/cli/demo-laptops.ts';
import { readResource } from '../../electron/cli/open-command-backend.ts';
import { verifyBundle } from '../../electron/exchange/bundle/verify-bundle.ts';
import { readSample } from '../../electron/services/sample/sample-files.ts';
import { cheapCost } from '../support/backend.ts';

// Eight stores that sync every act to disk: the time is the disk's.
test('secretary and seven experts in eight data folders: the ranking and the documents of one laptop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-laptops-'));
  try {
    const said: string[] = [];
    const played = await playLaptops(
      folder,
      readSample({ readResource }),
      (line) => said.push(line),
      cheapCost,
    );
    expect(played.table.slice(1, 6).map(([rank, , average, members]) => [rank, average, members])).toEqual([
      ['1', '91.50', '7'],
      ['2', '90.67', '6'],
      ['3', '87.64', '7'],
      ['4', '84.86', '7'],
      ['5', '84.86', '7'],
    ]);
    const bundle = played.files.find(({ name }) => name === 'result.bundle')?.bytes ?? new Uint8Array();
    const { lines } = verifyBundle(bundle, { authority: played.authority });
    expect(lines.filter(({ state }) => state === 'bad')).toEqual([]);
    // The keeper's own signature over what was opened stands in it.
    expect(lines.find(({ number }) => number === '8C')?.state).toBe('good');
    // All that was shared is one folder, and in it nothing but sealed letters and the mark of the carrier.
    const carrier = join(folder, 'carrier');
    const files = readdirSync(carrier, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const heads = files.map(({ parentPath, name }) =>
      readFileSync(join(parentPath, name)).subarray(0, 100).toString('latin1'),
    );
    const letters = heads.filter((head) =>
      /^paneldesk-letter\/1 [a-z-]+ [0-9a-f]{16}\nage-encryption/u.test(head),
    );
    expect([heads.length - letters.length, letters.length > 25]).toEqual([1, true]);
    expect(said.length).toBeGreaterThan(25);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 180_000);
