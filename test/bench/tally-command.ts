import { createWriteStream, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatHundredths } from '../../shared/domain/decimal.ts';
import { interleave } from './measure.ts';
import { benchScheme, dossierId, memberCount, memberId, scoreAt } from './panel.ts';
import { peakMegabytes, runNode } from './program.ts';
import { figure, makeRow, type Findings, type Setting } from './row.ts';

/** The lines of sheets.csv, one string a dossier. */
function* lines(dossiers: number): Generator<string> {
  const items = benchScheme().categories.flatMap(({ items: own }) => own ?? []);
  yield 'dossier,member,item,score\n';
  for (let dossier = 0; dossier < dossiers; dossier += 1) {
    let text = '';
    for (let member = 0; member < memberCount; member += 1) {
      for (const [item, { id }] of items.entries()) {
        const score = formatHundredths(scoreAt(dossier, member, item));
        text += `${dossierId(dossier)},${memberId(member)},${id},${score}\n`;
      }
    }
    yield text;
  }
}

/** 1.2 million rows. The whole 10,000 take five times as long and 2.7 GB, which a shared machine doesn't give. */
const measuredDossiers = 2000;

/** `panel tally` as a fresh process, source as it is run by `npm run panel`, against reading the CSV alone. */
export async function tallyCommand({ folder, quick }: Setting): Promise<Findings> {
  const dossiers = quick ? 100 : measuredDossiers;
  const [scheme, sheets] = [join(folder, 'scheme.json'), join(folder, 'sheets.csv')];
  writeFileSync(scheme, JSON.stringify(benchScheme()));
  await pipeline(Readable.from(lines(dossiers)), createWriteStream(sheets));
  const panel = join(import.meta.dirname, '../../electron/cli/panel.ts');
  const command = [panel, 'tally', '--scheme', scheme, '--sheets', sheets];
  const bare = [join(import.meta.dirname, 'read-csv.mjs'), sheets];
  const strict = [join(import.meta.dirname, 'read-csv-strictly.ts'), sheets];
  const run = (words: readonly string[]) => async () => (await runNode(words)).milliseconds;
  const samples = await interleave(quick ? 1 : 3, {
    panel: run(command),
    bare: run(bare),
    strict: run(strict),
  });
  const ours = `panel tally of ${dossiers.toLocaleString('en')} dossiers as CSV, cold process`;
  return {
    rows: [
      makeRow({ ours, peer: 'bare node: read, split lines, split fields' }, samples.panel, samples.bare),
      makeRow({ ours, peer: 'our strict RFC 4180 reader alone' }, samples.panel, samples.strict),
    ],
    notes: [
      `The CSV has ${figure(statSync(sheets).size / 1e6)} MB; peak memory of panel tally ${figure(await peakMegabytes(command))} MB, ` +
        `of reading alone ${figure(await peakMegabytes(bare))} MB.`,
    ],
  };
}
