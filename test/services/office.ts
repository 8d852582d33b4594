import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import type { InputOf, MethodName, OutputOf } from '../../shared/api/contract.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Reply } from '../../shared/api/reply.ts';
import type { Phase } from '../../shared/domain/phase.ts';
import type { Role } from '../../shared/schema/people.ts';
import type { RecordBody } from '../../electron/database/record.ts';
import type { SessionState, Upload } from '../../electron/api/context.ts';
import { makeDispatch } from '../../electron/api/dispatch.ts';
import type { Environment } from '../../electron/api/environment.ts';
import type { Handlers } from '../../electron/api/handler.ts';
import { makeRunningTasks, type RunningTasks } from '../../electron/api/running-tasks.ts';
import { makeSessions, type Sessions } from '../../electron/api/sessions.ts';
import { brokenInvariants } from '../../electron/database/invariants.ts';
import { openStore, type Store } from '../../electron/database/open.ts';
import { insertPerson } from '../../electron/database/people.ts';
import { firstBrokenEntry, recordOf } from '../../electron/database/record.ts';
import { insertReview, setPhase } from '../../electron/database/reviews.ts';
import { insertSeat } from '../../electron/database/seats.ts';
import { dossierHandlers } from '../../electron/services/dossiers/dossiers.ts';
import { importHandlers } from '../../electron/services/dossiers/imports.ts';
import { peopleHandlers } from '../../electron/services/panel/people.ts';
import { sessionHandlers } from '../../electron/services/sessions/sessions.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';

export const review = 'review-1';
export const passphrase = '示例口令-2026-0101';

const scheme = readFileSync(new URL('../../resources/schemes/taiyuan.json', import.meta.url), 'utf8');

export interface Office {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly environment: Environment;
  readonly tasks: RunningTasks;
  /** Calls as the given person of `seat`; locked for an unknown name. */
  readonly call: <Name extends MethodName>(
    who: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Reply<OutputOf<Name>>>;
  readonly value: <Name extends MethodName>(
    who: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<OutputOf<Name>>;
  readonly problem: <Name extends MethodName>(
    who: string,
    name: Name,
    input: InputOf<Name>,
  ) => Promise<Problem>;
  /** Seats a person, makes the profile and unlocks it in the session of the same name. */
  readonly seat: (who: string, role: Role, reviewId?: string) => Promise<SessionState>;
  readonly addReview: (reviewId: string) => void;
  readonly move: (phase: Phase, reviewId?: string) => void;
  readonly acts: (reviewId?: string) => RecordBody[];
  readonly upload: (who: string, bytes: Uint8Array, name?: string) => string;
}

const open = new Set<{ readonly store: Store; readonly folder: string }>();

afterEach(() => {
  for (const { store, folder } of open) {
    const broken = store.read((db) => brokenInvariants(db));
    store.close();
    rmSync(folder, { recursive: true });
    if (broken.length > 0) throw new Error(`Broken invariants: ${broken.join(', ')}`);
  }
  open.clear();
});

/** A real store with one review and its secretary 王示例 (session `secretary`), behind the real dispatcher. */
export async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'paneldesk-office-'));
  const store = openStore(folder, () => 'stamp');
  open.add({ store, folder });
  let ids = 0;
  const environment: Environment = {
    version: '0',
    host: 'cli',
    dataFolder: folder,
    readResource: () => new Uint8Array(),
    fonts: { serif: '', sans: '', fallbacks: [] },
    pdfWorker: new URL('../../electron/documents/pdf-worker.ts', import.meta.url),
    workbookWorker: new URL('../../electron/workbook/workbook-worker.ts', import.meta.url),
    kdfCost: { n: 2, r: 8, p: 1 },
    nowMs: () => Date.UTC(2026, 10, 21),
    newId: () => `id-${(ids += 1)}`,
    shuffle: (count) => Array.from({ length: count }, (_none, index) => index),
    quit: () => undefined,
    logError: (error) => {
      throw error;
    },
  };
  const sessions = makeSessions();
  const tasks = makeRunningTasks();
  // Only the services under test: any other method would fail loudly.
  const handlers = { ...sessionHandlers, ...dossierHandlers, ...importHandlers, ...peopleHandlers };
  const dispatch = makeDispatch({
    store,
    environment,
    sessions,
    handlers: handlers as Handlers,
    tasks,
    done: () => undefined,
    changed: () => undefined,
  });
  const office: Office = {
    store,
    sessions,
    environment,
    tasks,
    // A long call carries its own name, so that a test can cancel it.
    call: async (who, name, input) => (await dispatch({ session: who, name, input, task: name })) as never,
    value: async (who, name, input) => {
      const reply = await office.call(who, name, input);
      if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
      return reply.value;
    },
    problem: async (who, name, input) => {
      const reply = await office.call(who, name, input);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.problem;
    },
    seat: async (who, role, reviewId = review) => {
      store.write((db) => {
        const kind = role === 'member' ? 'expert' : 'staff';
        const phone = '0351-0000000';
        const person = { name: `${who}示例`, organisation: '', title: '', field: '', kind, phone } as const;
        insertPerson(db, who, person, environment.nowMs());
        insertSeat(db, { id: `seat-${who}`, reviewId, personId: who, role, kind });
      });
      await office.value(who, 'session.create', { personId: who, passphrase });
      return sessions.of(who);
    },
    addReview: (id) =>
      store.write((db) =>
        insertReview(db, {
          id,
          title: '示例评审',
          organiser: '示例商务局',
          phase: 'setup',
          sample: 0,
          scheme,
          created_ms: environment.nowMs(),
        }),
      ),
    move: (phase, reviewId = review) => store.write((db) => setPhase(db, reviewId, phase)),
    acts: (reviewId = review) => {
      const rows = store.read((db) => recordOf(db, reviewId));
      expect(firstBrokenEntry(rows, reviewId)).toBeUndefined();
      return rows.map(({ body }) => JSON.parse(body) as RecordBody);
    },
    upload: (who, bytes, name = '申报表.xlsx') => {
      const upload: Upload = { id: environment.newId(), name, bytes, sha256: sha256Hex(bytes) };
      sessions.of(who).uploads.set(upload.id, upload);
      return upload.id;
    },
  };
  office.addReview(review);
  await office.seat('secretary', 'secretary');
  return office;
}
