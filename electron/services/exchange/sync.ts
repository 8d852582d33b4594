import { mkdirSync } from 'node:fs';
import { topics } from '../../../shared/api/method.ts';
import type { ExchangeState, TakenFile } from '../../../shared/schema/exchange.ts';
import type { TaskContext } from '../../api/context.ts';
import { carrierOf } from '../../database/carriers.ts';
import { failureOf, type Carrier } from '../../exchange/carriers/carrier.ts';
import { dropBoxFolder } from '../../exchange/dropbox/box-folder.ts';
import { addresseeOf } from '../../exchange/letter.ts';
import { ownPerson } from '../act.ts';
import { keepOfficeCopy } from '../rebuild/office-copy.ts';
import type { ExchangeDesk } from './exchange-desk.ts';
import { handOver } from './hand-over.ts';
import { inboxCandidates } from './inbox.ts';
import { requireSeat } from './require-seat.ts';
import { takeLetters, type Candidate } from './take-letters.ts';

export interface SyncResult extends ExchangeState {
  readonly sent: number;
  readonly taken: TakenFile[];
}

/**
 * One exchange: the outbox goes to the carrier, every new letter for the unlocked person is judged, and what the
 * receivers answered (receipts, say) goes out in the same run. A carrier that isn't there is a state, no error.
 * @throws AppError `cancelled`, `locked`, `not-permitted`
 */
export function syncExchange(
  task: TaskContext,
  given: string | null,
  desk: ExchangeDesk,
): Promise<SyncResult> {
  const reviewId = given ?? '';
  return desk.alone(reviewId, async () => {
    const tray = desk.trayOf(reviewId);
    const { addressee, carrier } = start(task, given, desk);
    const trouble: ExchangeState['failure'][] = [];
    let found: { candidates: Candidate[]; strangers: string[]; unfinished: number } | undefined;
    let sent = 0;
    tray.state = { ...tray.state, safeToRemove: false };
    if (carrier !== null) {
      if (given !== null) await keepOfficeCopy(task, given);
      sent += (await tried(trouble, () => handOver(task, reviewId, carrier))) ?? 0;
      found = await tried(trouble, () => lookInto(carrier, addressee));
    }
    const pile = [
      ...(found?.candidates ?? []),
      ...inboxCandidates(task.environment.dataFolder, reviewId, tray),
    ];
    const taken = (await tried(trouble, () => takeLetters(task, reviewId, tray, pile))) ?? [];
    if (carrier !== null && trouble.length === 0)
      sent += (await tried(trouble, () => handOver(task, reviewId, carrier))) ?? 0;
    const failure = trouble[0] ?? null;
    const state: ExchangeState = {
      failure,
      lastMs: failure === null && carrier !== null ? task.environment.nowMs() : tray.state.lastMs,
      waiting: taken.filter(({ outcome }) => outcome === 'waiting'),
      strangers: found?.strangers ?? tray.state.strangers,
      unfinished: found?.unfinished ?? 0,
      safeToRemove: failure === null && carrier?.kind === 'stick',
    };
    const settled = taken.filter(({ outcome }) => outcome !== 'waiting');
    tellChanges(task, tray.state, state, settled, sent);
    tray.state = state;
    return { ...state, sent, taken: settled };
  });
}

function start(
  task: TaskContext,
  given: string | null,
  desk: ExchangeDesk,
): { addressee: string; carrier: Carrier | null } {
  const reviewId = given ?? '';
  const { addressee, settings } = task.read((context) => {
    requireSeat(context, given);
    const { keys } = ownPerson(context);
    return { addressee: addresseeOf(keys.ageRecipient), settings: carrierOf(context.db, reviewId) };
  });
  if (settings?.kind === 'own-box')
    mkdirSync(dropBoxFolder(task.environment.dataFolder, reviewId), { recursive: true, mode: 0o700 });
  return { addressee, carrier: settings === null ? null : desk.carrier(reviewId, settings) };
}

/** Undefined, and the reason noted, when the carrier failed. */
async function tried<T>(trouble: ExchangeState['failure'][], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    const { what: _what, reason = '', ...values } = failure;
    trouble.push({ reason: String(reason), values });
    return undefined;
  }
}

async function lookInto(
  carrier: Carrier,
  addressee: string,
): Promise<{ candidates: Candidate[]; strangers: string[]; unfinished: number }> {
  const { letters, strangers, unfinished } = await carrier.list(addressee);
  const candidates = letters.map((letter) => ({
    name: letter.name,
    shownName: letter.name,
    size: letter.size,
    key: `${carrier.kind} ${letter.name} ${letter.mark}`,
    open: () => carrier.read(letter),
    carrier: carrier.kind,
    done: () => undefined,
  }));
  return { candidates, strangers: [...strangers], unfinished };
}

/** Screens read again only what changed: this runs every few seconds. */
function tellChanges(
  task: TaskContext,
  before: ExchangeState,
  { lastMs: _lastMs, ...after }: ExchangeState,
  settled: readonly TakenFile[],
  sent: number,
): void {
  if (settled.some(({ outcome }) => outcome === 'accepted')) return task.changed(topics);
  const { lastMs: _before, ...earlier } = before;
  // Removing a stick was forbidden for the moment of this run only.
  const isSame = JSON.stringify({ ...earlier, safeToRemove: after.safeToRemove }) === JSON.stringify(after);
  if (sent > 0 || settled.length > 0 || !isSame) task.changed(['exchange']);
}
