import { createHash, randomFillSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealStream } from '../../electron/signing/age-stream.ts';
import { openSealedFile } from '../../electron/vault/open-file.ts';
import { sealToFile } from '../../electron/vault/seal-file.ts';
import { materialPath, placeStaged, stagedPath, syncPlaced } from '../../electron/vault/vault-files.ts';
import { makeVaultKey } from '../../electron/vault/vault-keys.ts';

/**
 * 2,000 files of 1 MB into the vault, beside `age-encryption` alone and bare SHA-256 on the same bytes; every
 * tenth file is read back. Fails when memory grows with the number of files. Writes reports/materials.md.
 */
const files = 2_000;
const bytesOfFile = 1_000_000;
const block = randomFillSync(Buffer.alloc(65_536));

/** The same bytes for the same number, without keeping 2 GB. */
async function* contentOf(number: number): AsyncGenerator<Uint8Array> {
  for (let place = 0; place < bytesOfFile; place += block.byteLength) {
    const chunk = Buffer.from(block.subarray(0, Math.min(block.byteLength, bytesOfFile - place)));
    chunk.writeUInt32BE(number);
    yield chunk;
  }
}

async function timed(work: (number: number) => Promise<void>): Promise<number> {
  const begun = process.hrtime.bigint();
  for (let number = 0; number < files; number += 1) await work(number);
  return Number(process.hrtime.bigint() - begun) / 1e9;
}

const folder = mkdtempSync(join(tmpdir(), 'paneldesk-deep-'));
const key = await makeVaultKey();
const memory: number[] = [];
const hashes: string[] = [];
try {
  const vault = await timed(async (number) => {
    const sealed = await sealToFile(stagedPath(folder, `f${number}`), contentOf(number), {
      name: `f${number}`,
      recipient: key.recipient,
      expected: { size: bytesOfFile },
      limitBytes: bytesOfFile,
    });
    placeStaged(folder, `f${number}`, { dossierId: 'd', sha256: sealed.sha256 });
    hashes.push(sealed.sha256);
    if (number % 200 === 199) memory.push(process.memoryUsage.rss());
  });
  await syncPlaced(folder, ['d']);
  const age = await timed(async (number) => {
    for await (const chunk of await sealStream(contentOf(number), [key.recipient])) void chunk;
  });
  const sha = await timed(async (number) => {
    const hash = createHash('sha256');
    for await (const chunk of contentOf(number)) hash.update(chunk);
    hash.digest('hex');
  });
  for (let number = 0; number < files; number += 10) {
    const sha256 = hashes[number] ?? '';
    const content = {
      path: materialPath(folder, 'd', sha256),
      size: bytesOfFile,
      sha256,
      name: `f${number}`,
    };
    for await (const chunk of openSealedFile(content, key.identity)) void chunk;
  }
  const [first = 0] = memory;
  const grown = (memory.at(-1) ?? 0) - first;
  const rate = (seconds: number): string => String(Math.round((files * bytesOfFile) / 1e6 / seconds));
  const hundredths = Math.round((age / vault) * 100);
  const lines = [
    '# Files of applications: 2 GB in 2,000 files',
    '',
    '| what | MB/s |',
    '| --- | --- |',
    `| into the vault (seal, hash, write, sync, rename) | ${rate(vault)} |`,
    `| age-encryption alone | ${rate(age)} |`,
    `| SHA-256 alone | ${rate(sha)} |`,
    '',
    `The vault runs at ${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')} × age-encryption alone. Memory grew by ${Math.round(grown / 1e6)} MB between the 200th and the last file.`,
    '',
  ];
  writeFileSync(join(import.meta.dirname, 'reports', 'materials.md'), lines.join('\n'));
  console.log(readFileSync(join(import.meta.dirname, 'reports', 'materials.md'), 'utf8'));
  if (grown > 100e6) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
