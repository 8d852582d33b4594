import { create } from 'zustand';
import type { Topic } from '../../shared/api/method.ts';
import { call } from '../api/client.ts';
import { connectionReference } from '../api/transport.ts';

interface Revisions {
  /** Topic → number that grows with each change. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly connected: boolean;
  /** The host was asked to end: its silence is no fault. */
  readonly ended: boolean;
}

export const useRevisions = create<Revisions>(() => ({ numbers: {}, connected: true, ended: false }));

/** One text that changes whenever one of the topics does; without topics, whenever anything does. */
export function revisionMark(numbers: Readonly<Record<string, number>>, topics?: readonly Topic[]): string {
  const names: readonly string[] = topics ?? Object.keys(numbers).sort();
  return names.map((name) => `${name}:${numbers[name] ?? 0}`).join(' ');
}

function same(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  return revisionMark(one) === revisionMark(other);
}

/** Reads the revisions once; also called after each own command so that its effect shows at once. */
export async function refreshRevisions(): Promise<void> {
  if (useRevisions.getState().ended) return;
  const reply = await call('app.revisions', {});
  if (!reply.ok) {
    if (reply.problem.reference === connectionReference) useRevisions.setState({ connected: false });
    return;
  }
  const before = useRevisions.getState();
  if (!before.connected || !same(before.numbers, reply.value)) {
    useRevisions.setState({ numbers: reply.value, connected: true });
  }
}

const pollMs = 2000;

/** Polls while the page is visible. Answers the function that ends it. */
export function startPolling(): () => void {
  let stopped = false;
  let timer = 0;
  const round = async (): Promise<void> => {
    if (document.visibilityState === 'visible') await refreshRevisions();
    if (!stopped && !useRevisions.getState().ended) timer = window.setTimeout(() => void round(), pollMs);
  };
  const onShown = (): void => {
    if (document.visibilityState === 'visible') void refreshRevisions();
  };
  document.addEventListener('visibilitychange', onShown);
  void round();
  return () => {
    stopped = true;
    window.clearTimeout(timer);
    document.removeEventListener('visibilitychange', onShown);
  };
}
