/** Puts a file into a marked folder as a carrier does, and prints `put` or why not. Run by full-carrier.test.ts. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { failureOf } from '../../electron/exchange/carriers/carrier.ts';
import { folderCarrier } from '../../electron/exchange/carriers/folder.ts';
import { fileBytes } from '../../electron/exchange/carriers/safe-write.ts';

const [folder = '', id = '', file = '', name = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const sha256 = createHash('sha256').update(bytes).digest('hex');
const letter = { name, size: bytes.byteLength, sha256, open: () => fileBytes(file) };
try {
  await folderCarrier({ kind: 'folder', folder, id }).put(letter, new AbortController().signal);
  console.log('put');
} catch (error) {
  console.log(failureOf(error)?.['reason'] ?? String(error));
}
