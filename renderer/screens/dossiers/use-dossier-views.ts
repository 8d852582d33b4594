import { useEffect, useState } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import type { DossierView } from '../../../shared/schema/dossier.ts';
import { call } from '../../api/client.ts';
import { useQuery } from '../../api/use-query.ts';

export interface DossierViews {
  readonly views: readonly DossierView[] | undefined;
  readonly problem: Problem | undefined;
  /** Reads one dossier again after a decision on it, which is quicker than all of them. */
  readonly refresh: (dossierId: string) => Promise<void>;
}

/** Every dossier with its conditions: the list says only whether something required is open. */
export function useDossierViews(reviewId: string): DossierViews {
  const list = useQuery('dossier.list', { reviewId }, ['scheme']);
  const [views, setViews] = useState<readonly DossierView[]>();
  const [problem, setProblem] = useState<Problem>();
  const rows = list.value;

  useEffect(() => {
    if (rows === undefined) return undefined;
    let dropped = false;
    const read = async (): Promise<void> => {
      const replies = await Promise.all(
        rows.map(({ dossierId }) => call('dossier.get', { reviewId, dossierId })),
      );
      if (dropped) return;
      setViews(replies.flatMap((reply) => (reply.ok ? [reply.value] : [])));
      setProblem(replies.map((reply) => (reply.ok ? undefined : reply.problem)).find(Boolean));
    };
    void read();
    return () => {
      dropped = true;
    };
  }, [reviewId, rows]);

  const refresh = async (dossierId: string): Promise<void> => {
    const reply = await call('dossier.get', { reviewId, dossierId });
    if (!reply.ok) return setProblem(reply.problem);
    setViews((before) => before?.map((view) => (view.dossierId === dossierId ? reply.value : view)));
  };
  return { views, problem: problem ?? list.problem, refresh };
}
