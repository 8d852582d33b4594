import { rmSync } from 'node:fs';
import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, TaskContext } from '../../api/context.ts';
import { deleteOutbox, insertHandover, outboxOf, type OutboxRow } from '../../database/letters.ts';
import type { Carrier } from '../../exchange/carriers/carrier.ts';
import { letterName } from '../../exchange/carriers/letter-name.ts';
import { fileBytes } from '../../exchange/carriers/safe-write.ts';
import { outboxPath } from '../../exchange/staged-letter.ts';

export function nameOf({ addressee, kind, sha256 }: OutboxRow): string {
  return letterName(addressee, kind, sha256);
}

/**
 * Moves the outbox of a review to its carrier, letter by letter; each leaves the outbox only after the carrier has
 * read it back. Answers how many went. @throws carrierFailure; AppError `cancelled`, `locked`
 */
export async function handOver(task: TaskContext, reviewId: string, carrier: Carrier): Promise<number> {
  const rows = task.read(({ db }) => outboxOf(db, reviewId));
  const total = rows.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const row of rows) {
    if (task.signal.aborted) throw new AppError('cancelled');
    task.progress(done / total, 'progress.handing-over');
    const path = outboxPath(task.environment.dataFolder, row.id);
    const open = (): AsyncIterable<Uint8Array> => {
      const before = done;
      return counted(fileBytes(path), (bytes) =>
        task.progress((before + bytes) / total, 'progress.handing-over'),
      );
    };
    const letter = { name: nameOf(row), size: row.size, sha256: row.sha256, open };
    await carrier.put(letter, task.signal);
    done += row.size;
    task.commit((context) => noteSent(context, row, carrier.kind));
    rmSync(path, { force: true });
  }
  return rows.length;
}

/** The 'out' line of the register, and the end of the letter's waiting. */
export function noteSent(context: CommandContext, row: OutboxRow, carrier: string): void {
  insertHandover(context.db, row.review_id, {
    direction: 'out',
    kind: row.kind,
    party: row.party,
    file_name: nameOf(row),
    size: row.size,
    sha256: row.sha256,
    carrier,
    outcome: 'sent',
    reason: '',
    details: '{}',
    made_ms: context.nowMs,
  });
  deleteOutbox(context.db, row.id);
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of source) {
    yield chunk;
    seen += chunk.byteLength;
    tell(seen);
  }
}
