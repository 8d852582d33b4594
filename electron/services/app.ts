import { topics } from '../../shared/api/method.ts';
import type { Handlers } from '../api/handler.ts';
import type { RunningTasks } from '../api/running-tasks.ts';

type Names = 'app.status' | 'app.revisions' | 'app.quit' | 'task.progress' | 'task.cancel';

/** Topic → number that grows with each change. */
export type Revisions = Record<string, number>;

export function firstRevisions(): Revisions {
  return Object.fromEntries(topics.map((topic) => [topic, 0]));
}

/** Long enough for the reply to reach the page before the host ends. */
const replyTimeMs = 300;

export function appHandlers(tasks: RunningTasks, revisions: Revisions): Pick<Handlers, Names> {
  return {
    'app.status': ({ environment: { version, host, dataFolder } }) => ({ version, host, dataFolder }),
    'app.revisions': () => ({ ...revisions }),
    'app.quit': (context) => {
      setTimeout(context.environment.quit, replyTimeMs);
      return Promise.resolve({});
    },
    'task.progress': (context, { task }) => tasks.progressOf(context.session.id, task),
    'task.cancel': (context, { task }) => {
      tasks.cancel(context.session.id, task);
      return {};
    },
  };
}
