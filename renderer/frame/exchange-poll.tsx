import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { call } from '../api/client.ts';
import { useQuery } from '../api/use-query.ts';
import { refreshRevisions } from '../stores/revisions.ts';

const pollMs = 5000;

/**
 * Exchanges letters every few seconds while a carrier is set and somebody sits here, on whatever page. A carrier
 * that isn't there is told on 交接登记; nobody is interrupted by it.
 */
export function ExchangePoll({ reviewId }: { readonly reviewId: string }): ReactNode {
  const carrier = useQuery('carrier.get', { reviewId }, ['exchange', 'session']);
  const kind = carrier.value?.kind ?? 'hand';
  useEffect(() => {
    if (kind === 'hand') return undefined;
    let stopped = false;
    let timer = 0;
    const round = async (): Promise<void> => {
      const reply = await call('exchange.sync', { reviewId });
      if (reply.ok && (reply.value.sent > 0 || reply.value.taken.length > 0)) await refreshRevisions();
      if (!stopped) timer = window.setTimeout(() => void round(), pollMs);
    };
    void round();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [kind, reviewId]);
  return null;
}
