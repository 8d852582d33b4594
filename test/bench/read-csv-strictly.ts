/** The program's own reader of RFC 4180 alone, to see how much of `panel tally` it is. */
import { readFileSync } from 'node:fs';
import { readCsv } from '../../electron/cli/csv.ts';

const [path = ''] = process.argv.slice(2);
console.log(readCsv(readFileSync(path, 'utf8')).length);
