import { randomInt, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Dispatch } from '../shared/api/reply.ts';
import { makeDispatch } from './api/dispatch.ts';
import type { Environment } from './api/environment.ts';
import { makeFiles } from './api/files.ts';
import { makeHandlers } from './api/handlers.ts';
import type { Backend } from './api/host-contract.ts';
import { makeRunningTasks } from './api/running-tasks.ts';
import { makeSessions } from './api/sessions.ts';
import { openStore, type Store } from './database/open.ts';
import { fontSet } from './font-files.ts';
import { errorLog } from './error-log.ts';
import { makeExchangeDesk } from './services/exchange/exchange-desk.ts';
import { firstRevisions } from './services/app.ts';
import { shareVaults } from './services/materials/shares.ts';
import type { OpenProfileKeys } from './signing/profile-keys.ts';
import { sweepStaging } from './vault/vault-files.ts';
import { contract, type MethodName } from '../shared/api/contract.ts';
import { defaultKdfCost, type KdfCost } from './signing/passphrase.ts';
import { version } from './version.ts';

export interface BackendOptions {
  readonly dataFolder: string;
  readonly host: Environment['host'];
  readonly assetsFolder: string;
  readonly fontsFolder: string;
  readonly resourcesFolder: string;
  readonly workersFolder: string;
  readonly onQuit?: (() => void) | undefined;
  /** Tests inject a cheaper cost and a clock of their own, here and nowhere else. */
  readonly kdfCost?: KdfCost | undefined;
  readonly nowMs?: (() => number) | undefined;
}

/**
 * The composition root: opens the store, wires everything, answers what a host needs.
 * @throws AppError of `openStore`
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const nowMs = options.nowMs ?? Date.now;
  const store = openStore(options.dataFolder, () => new Date(nowMs()).toISOString().replaceAll(':', '-'));
  const environment: Environment = {
    version,
    host: options.host,
    dataFolder: options.dataFolder,
    readResource: (path) => readFileSync(join(options.resourcesFolder, path)),
    fonts: fontSet(options.fontsFolder),
    pdfWorker: workerAddress(options.workersFolder, 'documents', 'pdf-worker'),
    workbookWorker: workerAddress(options.workersFolder, 'workbook', 'workbook-worker'),
    kdfCost: options.kdfCost ?? defaultKdfCost,
    nowMs,
    newId: randomUUID,
    shuffle,
    quit: options.onQuit ?? (() => undefined),
    logError: errorLog(options.dataFolder, nowMs),
  };
  sweepStaging(options.dataFolder);
  const sessions = makeSessions();
  const tasks = makeRunningTasks();
  const revisions = firstRevisions();
  const dispatch: Dispatch = makeDispatch({
    store,
    environment,
    sessions,
    tasks,
    handlers: makeHandlers({
      tasks,
      revisions,
      sessions,
      exchange: makeExchangeDesk(environment),
      dispatch: (call) => dispatch(call),
    }),
    done: async (name, keys) => {
      backUpAfter(name, store, environment);
      await shareAfter(name, keys, store, environment);
    },
    changed: (topics) => {
      for (const topic of topics) revisions[topic] = (revisions[topic] ?? 0) + 1;
    },
  });
  // The page locks after 10 minutes; this catches tabs that were closed, whose keys would stay in memory.
  const idle = setInterval(() => sessions.lockIdle(nowMs() - idleLimitMs), 60_000);
  idle.unref();
  const { assetsFolder } = options;
  return {
    dispatch,
    files: makeFiles({ store, sessions, tasks, environment, assetsFolder }),
    endSession: (session) => sessions.end(session),
    close: () => {
      clearInterval(idle);
      return Promise.resolve(store.close());
    },
  };
}

/** Who was seated, declared or set a passphrase gets the keys of the files that they may read. */
async function shareAfter(
  name: MethodName,
  keys: OpenProfileKeys | undefined,
  store: Store,
  environment: Environment,
): Promise<void> {
  if (keys === undefined || !contract[name].changes.some((topic) => readersChange.has(topic))) return;
  try {
    await shareVaults(store, keys, environment.nowMs());
  } catch (error) {
    environment.logError(error);
  }
}

const readersChange: ReadonlySet<string> = new Set(['session', 'panel', 'dossiers']);

const idleLimitMs = 12 * 60_000;

/** Acts after which a copy of the whole store is kept beside it. */
const milestones: ReadonlySet<string> = new Set([
  'scheme.freeze',
  'review.close',
  'opening.open',
  'review.advance',
]);

/** The act stands whether or not its copy could be made, e.g. on a nearly full disk. */
function backUpAfter(name: string, store: Store, environment: Environment): void {
  if (!milestones.has(name)) return;
  try {
    store.backUp(`${new Date(environment.nowMs()).toISOString().replaceAll(':', '-')}-${name}`);
  } catch (error) {
    environment.logError(error);
  }
}

/** Beside the built entry, or the source itself while developing. */
function workerAddress(folder: string, subject: string, name: string): URL {
  const built = join(folder, `${name}.js`);
  return pathToFileURL(existsSync(built) ? built : join(folder, subject, `${name}.ts`));
}

/** Fisher–Yates with the system's generator: the order of the codes 专家1…n. */
function shuffle(count: number): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const [a = 0, b = 0] = [order[last], order[other]];
    order[last] = b;
    order[other] = a;
  }
  return order;
}
