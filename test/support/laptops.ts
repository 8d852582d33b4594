import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InputOf, MethodName, OutputOf } from '../../shared/api/contract.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Dispatch } from '../../shared/api/reply.ts';
import type { CommandContext, QueryContext, TaskContext } from '../../electron/api/context.ts';
import { makeDispatch } from '../../electron/api/dispatch.ts';
import type { Environment } from '../../electron/api/environment.ts';
import { makeHandlers } from '../../electron/api/handlers.ts';
import { makeRunningTasks } from '../../electron/api/running-tasks.ts';
import { makeSessions, type Sessions } from '../../electron/api/sessions.ts';
import { openStore, type Store } from '../../electron/database/open.ts';
import { outboxOf } from '../../electron/database/letters.ts';
import { seatOfPerson } from '../../electron/database/seats.ts';
import { openLetter } from '../../electron/exchange/letter.ts';
import { outboxPath } from '../../electron/exchange/staged-letter.ts';
import { AppError } from '../../shared/api/problem.ts';
import { firstRevisions } from '../../electron/services/app.ts';
import { makeExchangeDesk } from '../../electron/services/exchange/exchange-desk.ts';
import { receivers, type Received } from '../../electron/services/exchange/receivers.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { cheapCost, removeFolder } from './backend.ts';

/** One computer with its own data folder: the real dispatcher and handlers, and its store beside them. */
export interface Laptop {
  readonly folder: string;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly clock: { nowMs: number };
  readonly call: <Name extends MethodName>(
    tab: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<OutputOf<Name>>;
  readonly refused: <Name extends MethodName>(
    tab: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Problem>;
  /** A file that somebody dropped on the page of this tab. */
  readonly upload: (tab: string, bytes: Uint8Array, name?: string) => string;
  /** The context of long work in this tab, below the dispatcher. */
  readonly task: (tab: string, reviewId: string) => TaskContext;
  /** Hands a letter's file to the receiver of its kind, as who is unlocked in the tab. */
  readonly take: (tab: string, reviewId: string, bytes: Uint8Array) => Promise<Received>;
  /** The letters that wait in the outbox, oldest first. */
  readonly outbox: (reviewId: string) => { kind: string; party: string; bytes: Buffer }[];
  readonly close: () => void;
  /** Closes and removes the folder. */
  readonly end: () => void;
}

/** A laptop with an empty data folder, or with the given one. */
export function openLaptop(folder = mkdtempSync(join(tmpdir(), 'paneldesk-laptop-'))): Laptop {
  const store = openStore(folder, () => 'test');
  const sessions = makeSessions();
  const tasks = makeRunningTasks();
  const clock = { nowMs: Date.UTC(2026, 10, 21, 3, 0, 0) };
  const resources = join(import.meta.dirname, '..', '..', 'resources');
  const environment: Environment = {
    version: '0.1.0',
    host: 'cli',
    dataFolder: folder,
    readResource: (path) => readFileSync(join(resources, path)),
    fonts: { serif: '', sans: '', fallbacks: [] },
    pdfWorker: new URL('../../electron/documents/pdf-worker.ts', import.meta.url),
    workbookWorker: new URL('../../electron/workbook/workbook-worker.ts', import.meta.url),
    kdfCost: cheapCost,
    nowMs: () => (clock.nowMs += 1),
    newId: randomUUID,
    shuffle: (count) => Array.from({ length: count }, (_none, index) => index),
    quit: () => undefined,
    logError: (error) => {
      throw error;
    },
  };
  const dispatch: Dispatch = makeDispatch({
    store,
    environment,
    sessions,
    tasks,
    handlers: makeHandlers({
      tasks,
      revisions: firstRevisions(),
      sessions,
      exchange: makeExchangeDesk({ dataFolder: folder, kdfCost: cheapCost }),
      dispatch: (call) => dispatch(call),
    }),
    done: () => undefined,
    changed: () => undefined,
  });
  const contextOf = <Db>(db: Db & QueryContext['db'], tab: string, reviewId: string) => {
    const session = sessions.of(tab);
    const seat =
      session.person === null ? null : (seatOfPerson(db, reviewId, session.person.personId) ?? null);
    return { db, session, environment, seat };
  };
  const task = (tab: string, reviewId: string): TaskContext => ({
    session: sessions.of(tab),
    environment,
    store,
    read: (act) => store.read((db) => act(contextOf(db, tab, reviewId))),
    commit: (act) =>
      store.write((db) =>
        act({ ...contextOf(db, tab, reviewId), db, nowMs: environment.nowMs() } as CommandContext),
      ),
    sessionOf: sessions.of,
    changed: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  });
  const take = async (tab: string, reviewId: string, bytes: Uint8Array): Promise<Received> => {
    const work = task(tab, reviewId);
    try {
      const letter = await openLetter(inPieces(bytes), {
        identity: sessions.of(tab).person?.keys.ageIdentity ?? '',
        senderKey: (kid, manifest, introduced) =>
          work.read((context) => receivers[manifest.kind]?.senderKey(context, kid, manifest, introduced)),
      });
      const receiver = receivers[letter.manifest.kind];
      if (receiver === undefined) throw new Error(`no receiver for ${letter.manifest.kind}`);
      return await receiver.receive(work, letter);
    } catch (error) {
      // As the exchange does: what the letter did wrong is a refusal, everything else a defect.
      if (!(error instanceof AppError) || error.problem.values?.['what'] !== 'exchange') throw error;
      const { reason = '', what: _what, ...values } = error.problem.values;
      return { outcome: 'refused', party: '', reason: String(reason), values };
    }
  };
  return {
    folder,
    store,
    sessions,
    clock,
    call: async (tab, name, input) => {
      const reply = await dispatch({ session: tab, name, input, task: name });
      if (!reply.ok) throw new Error(`${name} refused: ${JSON.stringify(reply.problem)}`);
      return reply.value as never;
    },
    refused: async (tab, name, input) => {
      const reply = await dispatch({ session: tab, name, input, task: name });
      if (reply.ok) throw new Error(`${name} was accepted: ${JSON.stringify(reply.value)}`);
      return reply.problem;
    },
    upload: (tab, bytes, name = 'file') => {
      const id = randomUUID();
      sessions.of(tab).uploads.set(id, { id, name, bytes, sha256: sha256Hex(bytes) });
      return id;
    },
    task,
    take,
    outbox: (reviewId) =>
      store
        .read((db) => outboxOf(db, reviewId))
        .map(({ id, kind, party }) => ({ kind, party, bytes: readFileSync(outboxPath(folder, id)) })),
    close: () => store.close(),
    end: () => {
      store.close();
      removeFolder(folder);
    },
  };
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
