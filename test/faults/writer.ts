import { openStore } from '../../electron/database/open.ts';
import { addRecord, recordOf } from '../../electron/database/record.ts';
import { insertReview } from '../../electron/database/reviews.ts';

/**
 * A child that writes until it is killed: `writer.ts FOLDER`. Prints the number of each entry only after the
 * store has acknowledged it; prints the code of the problem and stops where a write fails.
 */
const [, , folder = ''] = process.argv;
const store = openStore(folder, () => 'stamp');
store.write((db) => {
  if (recordOf(db, 'r').length > 0) return;
  insertReview(db, {
    id: 'r',
    title: '示例',
    organiser: '示例',
    phase: 'setup',
    sample: 0,
    scheme: '{}',
    created_ms: 1,
  });
});
try {
  for (;;) {
    const seq = store.write((db) => {
      const entry = {
        type: 'test',
        values: { filler: '示例'.repeat(400) },
        actor: '',
        role: null,
        claimedMs: 1,
      };
      addRecord(db, 'r', entry);
      return recordOf(db, 'r').length;
    });
    process.stdout.write(`${seq}\n`);
  }
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
