import { contract, type MethodName } from '../../shared/api/contract.ts';
import type { Method, Topic } from '../../shared/api/method.ts';
import { AppError, type Problem } from '../../shared/api/problem.ts';
import type { Call, Dispatch, Reply } from '../../shared/api/reply.ts';
import type { Store } from '../database/open.ts';
import type { CommandContext, QueryContext, SessionState, TaskContext } from './context.ts';
import type { OpenProfileKeys } from '../signing/profile-keys.ts';
import type { Environment } from './environment.ts';
import { Refusal, slowPartsOf, type AnySlowCommand, type Handlers } from './handler.ts';
import { permit } from './permit.ts';
import type { RunningTasks } from './running-tasks.ts';
import { lockSession, type Sessions } from './sessions.ts';

export interface DispatchParts {
  readonly store: Store;
  readonly environment: Environment;
  readonly handlers: Handlers;
  readonly sessions: Sessions;
  readonly tasks: RunningTasks;
  readonly changed: (topics: readonly Topic[]) => void;
  /** Called after every accepted call, with the keys of who is unlocked then; the reply waits for it. */
  readonly done: (name: MethodName, keys: OpenProfileKeys | undefined) => Promise<void> | void;
}

/** What a page asks by itself; it keeps nobody unlocked. */
const polls: ReadonlySet<MethodName> = new Set([
  'app.revisions',
  'task.progress',
  'session.current',
  'exchange.sync',
]);

type Handler = (context: unknown, input: unknown) => unknown;

/** Own-property lookup → parse input → permit → right kind of access → parse output → reply. Never rejects. */
export function makeDispatch(parts: DispatchParts): Dispatch {
  return async (call) => {
    try {
      return await answer(parts, call);
    } catch (error) {
      return { ok: false, problem: problemOf(error, parts.environment) };
    }
  };
}

async function answer(parts: DispatchParts, call: Call): Promise<Reply<unknown>> {
  if (!Object.hasOwn(contract, call.name)) throw new AppError('not-found', { method: call.name });
  const name = call.name as MethodName;
  const method: Method = contract[name];
  const parsed = method.input.safeParse(call.input);
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), reason: issue.code }));
    throw new AppError('bad-input', { method: name }, places);
  }
  const session = parts.sessions.of(call.session);
  if (!polls.has(name)) session.lastActMs = parts.environment.nowMs();
  const output = await act(parts, name, method, session, parsed.data, call);
  if (output instanceof Refusal) return { ok: false, problem: output.problem };
  parts.changed(method.changes);
  if (method.kind !== 'query') await parts.done(name, session.person?.keys);
  return { ok: true, value: method.output.parse(output) };
}

async function act(
  parts: DispatchParts,
  name: MethodName,
  method: Method,
  session: SessionState,
  input: unknown,
  call: Call,
): Promise<unknown> {
  const { store, environment } = parts;
  const person = session.person;
  // Slow work that began under one person must not end under another after a hand-over in between.
  const requireSamePerson = (): void => {
    if (session.person !== person) throw new AppError('locked');
  };
  const reading = <T>(work: (context: QueryContext) => T): T =>
    store.read((db) => work({ db, session, environment, seat: permit(db, name, session, input) }));
  const writing = <T>(work: (context: CommandContext) => T): T => {
    const before = session.person;
    try {
      return store.write((db) =>
        work({
          db,
          session,
          environment,
          seat: permit(db, name, session, input),
          nowMs: environment.nowMs(),
        }),
      );
    } catch (error) {
      // What was undone in the store must not stay in memory: nobody is unlocked by half an act.
      if (session.person !== before) lockSession(session);
      throw error;
    }
  };
  const handler = parts.handlers[name] as Handler | AnySlowCommand<unknown, unknown>;
  if (typeof handler !== 'function') {
    const slow = slowPartsOf(handler);
    const gathered = reading((context) => slow.gather(context, input));
    const prepared = await slow.prepare(gathered, environment);
    requireSamePerson();
    return writing((context) => slow.commit(context, input, prepared));
  }
  if (method.kind === 'query') return reading((context) => handler(context, input));
  if (method.kind === 'command') return writing((context) => handler(context, input));
  // Permission before the long work; the task's own reads and its commit check again.
  reading(() => undefined);
  const running = parts.tasks.start(call.session, call.task);
  const context: TaskContext = {
    session,
    environment,
    store,
    read: reading,
    commit: (work) => {
      requireSamePerson();
      return writing(work);
    },
    sessionOf: parts.sessions.of,
    progress: running.progress,
    changed: parts.changed,
    signal: running.signal,
  };
  try {
    return await (handler(context, input) as Promise<unknown>);
  } finally {
    running.end();
  }
}

function problemOf(error: unknown, environment: Environment): Problem {
  if (error instanceof AppError) return error.problem;
  return { code: 'unexpected', reference: environment.logError(error) };
}
