import { join } from 'node:path';
import { openConnection } from '../../electron/database/driver.ts';
import type { SheetContent } from '../../shared/schema/sheet.ts';
import { removeFolder } from '../support/backend.ts';
import { fullContent, openSampleReview } from '../support/sample-review.ts';
import { interleave, timed, timedNow } from './measure.ts';
import { programPragmas } from './pragmas.ts';
import { makeRow, type Findings, type Setting } from './row.ts';

/** Initialisation vector and tag of AES-GCM. */
const sealBytes = 28;

/** One row, one commit, with the program's own settings; the row is as long as a sealed draft in base64. */
function bareStore(folder: string, content: SheetContent): { commit: () => void; close: () => void } {
  const connection = openConnection(join(folder, 'bare.db'));
  for (const pragma of programPragmas(folder)) connection.pragma(pragma);
  connection.exec('CREATE TABLE one (id INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT');
  const insert = connection.prepare('INSERT INTO one (value) VALUES (?)');
  const bytes = Buffer.byteLength(JSON.stringify(content)) + sealBytes;
  const text = 'x'.repeat(Math.ceil((bytes * 4) / 3));
  const commit = connection.transaction(() => insert.run(text));
  return { commit: () => void commit.immediate(), close: () => connection.close() };
}

/**
 * One score typed on the desk, from the call to the answer that says 已保存 (permission, rules, encryption,
 * commit, read-back, decryption), against one bare commit of one row of the same size.
 */
export async function keystroke({ folder, quick }: Setting): Promise<Findings> {
  const sample = await openSampleReview();
  const [member] = sample.members;
  if (member === undefined) throw new Error('the sample lacks a member');
  await sample.unlock('desk', member);
  const { reviewId } = sample;
  const full = fullContent(await sample.call('desk', 'scheme.get', { reviewId }));
  const sheet = (await sample.desk('desk')).sheets.find(({ state }) => state === 'not-started');
  if (sheet === undefined) throw new Error('the sample lacks an empty sheet');
  const [item = ''] = Object.keys(full.scores);
  let { revision } = sheet;
  const save = async (round: number): Promise<void> => {
    const content = { ...full, scores: { ...full.scores, [item]: round % 2 === 0 ? '1' : '2' } };
    const draft = { reviewId, dossierId: sheet.dossierId, revision, content };
    ({ revision } = await sample.call('desk', 'desk.saveDraft', draft));
  };
  const bare = bareStore(folder, full);
  // More than 50 first: from then on every save also removes the oldest version.
  const samples = await interleave(
    quick ? 20 : 400,
    { ours: (round) => timed(() => save(round)), bare: () => timedNow(bare.commit) },
    quick ? 10 : 100,
  );
  bare.close();
  await sample.close();
  removeFolder(sample.folder);
  const titles = {
    ours: 'one score keystroke to durable (desk.saveDraft, sealed and read back)',
    peer: 'bare single-row commit, same pragmas',
  };
  return { rows: [makeRow(titles, samples.ours, samples.bare)], notes: [] };
}
