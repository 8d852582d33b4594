import { AppError } from '../../../shared/api/problem.ts';
import type { TakenFile } from '../../../shared/schema/exchange.ts';
import type { TaskContext } from '../../api/context.ts';
import { insertHandover, isSameLine, judgedName, wasSent } from '../../database/letters.ts';
import { reviewExists } from '../../database/reviews.ts';
import { failureOf } from '../../exchange/carriers/carrier.ts';
import { parseLetterName } from '../../exchange/carriers/letter-name.ts';
import { ownPerson } from '../act.ts';
import type { Tray } from './exchange-desk.ts';
import { judgeFile, type Judgement } from './judge-file.ts';

/** A file that may hold a letter for the unlocked person. */
export interface Candidate {
  /** As the carrier calls it. */
  readonly name: string;
  /** As people call it. */
  readonly shownName: string;
  readonly size: number;
  /** Names carrier, file and its present state. */
  readonly key: string;
  readonly open: () => AsyncIterable<Uint8Array>;
  /** `folder`, `stick`, `box`, `own-box` or `hand`. */
  readonly carrier: string;
  /** Called when it needs no keeping any more. */
  readonly done: () => void;
}

/**
 * Judges a pile of files until nothing changes any more: a letter that needs another one of the same pile is
 * tried again after it, so the order doesn't matter. Each judged file leaves one line in the register.
 * @throws AppError `cancelled`, `locked`, failures of the carrier and of this computer's own disk
 */
export async function takeLetters(
  task: TaskContext,
  reviewId: string,
  tray: Tray,
  pile: readonly Candidate[],
): Promise<TakenFile[]> {
  const results = new Map<string, TakenFile>();
  let pending = pile.filter((candidate) => !isKnown(task, tray, candidate));
  for (let moved = true; moved && pending.length > 0;) {
    moved = false;
    const again: Candidate[] = [];
    for (const [index, candidate] of pending.entries()) {
      if (task.signal.aborted) throw new AppError('cancelled');
      task.progress(index / pending.length, 'progress.taking-in');
      const judgement = tray.stuck.get(candidate.key) ?? (await tryFile(task, reviewId, candidate));
      if (judgement === null) continue;
      results.set(candidate.key, judgement.file);
      if (judgement.file.reason === 'unexpected') tray.stuck.set(candidate.key, judgement);
      if (judgement.file.outcome === 'waiting') again.push(candidate);
      else if (mayStillGrow(judgement, candidate, tray) || isForElsewhere(judgement, candidate))
        results.delete(candidate.key);
      else {
        moved ||= judgement.file.outcome === 'accepted';
        settle(task, reviewId, tray, candidate, judgement);
      }
    }
    pending = again;
  }
  return [...results.values()];
}

/** Judged before: by this very file in this run of the program, or, under a name of ours, by the register. */
function isKnown(task: TaskContext, tray: Tray, candidate: Candidate): boolean {
  if (tray.judged.has(candidate.key)) return true;
  const { id, kind } = parseLetterName(candidate.name) ?? {};
  // What this office laid there for a rebuilding is no news to it.
  if (kind === 'office-copy' && task.read(({ db }) => wasSent(db, candidate.name))) return true;
  if (id === undefined || candidate.carrier === 'hand') return false;
  const line = task.read(({ db }) => judgedName(db, candidate.name, candidate.size));
  if (line?.sha256.startsWith(id) !== true) return false;
  tray.judged.add(candidate.key);
  return true;
}

/** One folder may serve several reviews of the same person; each takes its own. */
function isForElsewhere({ file }: Judgement, { carrier }: Candidate): boolean {
  return file.reason === 'other-review' && file.outcome === 'refused' && carrier !== 'hand';
}

/** Null when the file went away meanwhile. */
async function tryFile(task: TaskContext, reviewId: string, candidate: Candidate): Promise<Judgement | null> {
  try {
    return await judgeFile(task, reviewId, candidate);
  } catch (error) {
    if (failureOf(error)?.['reason'] === 'file-gone') return null;
    throw error;
  }
}

const cutOff: ReadonlySet<string> = new Set(['truncated', 'no-manifest', 'empty']);

/** A file that looks cut off may still be on its way: it is refused when it looks the same at the next look. */
function mayStillGrow({ file }: Judgement, candidate: Candidate, tray: Tray): boolean {
  if (!cutOff.has(file.reason) || candidate.carrier === 'hand') return false;
  if (tray.broken.has(candidate.key)) return false;
  tray.broken.add(candidate.key);
  return true;
}

function settle(
  task: TaskContext,
  reviewId: string,
  tray: Tray,
  candidate: Candidate,
  { file, sha256, letterReview, isRepeated }: Judgement,
): void {
  tray.judged.add(candidate.key);
  // The same bytes under another name, or in the folder again, are no new hand-over.
  if (!isRepeated || candidate.carrier === 'hand') {
    task.commit((context) => {
      ownPerson(context);
      const outcome = file.outcome === 'waiting' ? 'refused' : file.outcome;
      const line = { sha256, outcome, reason: file.reason } as const;
      if (candidate.carrier !== 'hand' && isSameLine(context.db, line)) return;
      // A package may just have brought its review.
      const known = letterReview !== '' && reviewExists(context.db, letterReview);
      insertHandover(context.db, known ? letterReview : reviewId, {
        direction: 'in',
        kind: file.kind,
        party: file.party,
        file_name: file.fileName,
        size: candidate.size,
        ...line,
        carrier: candidate.carrier,
        details: JSON.stringify(file.values),
        made_ms: context.nowMs,
      });
    });
  }
  candidate.done();
}
