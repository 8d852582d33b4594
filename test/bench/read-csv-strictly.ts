/** The program's own reader of RFC 4180 alone, record by record as `panel tally` reads, to see how much of it it is. */
import { readFileSync } from 'node:fs';
import { csvRecords } from '../../electron/cli/csv.ts';

const [path = ''] = process.argv.slice(2);
let records = 0;
for (const { fields } of csvRecords(readFileSync(path, 'utf8'))) records += fields.length > 0 ? 1 : 0;
console.log(records);
