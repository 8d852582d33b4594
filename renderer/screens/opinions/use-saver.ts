import { useEffect, useRef, useState } from 'react';
import type { Opinion } from '../../../shared/schema/result.ts';
import { call } from '../../api/client.ts';
import { refreshRevisions } from '../../stores/revisions.ts';
import { createSaver } from './saver.ts';
import type { OpinionContent, SaveState, Saver } from './saver.ts';

/** Long enough for a pause in typing, short enough that little is lost with a closed lid. */
const pauseMs = 800;

export interface OpinionDraft {
  readonly content: OpinionContent;
  readonly state: SaveState;
  /** `now` saves without waiting for a pause. */
  readonly change: (content: OpinionContent, now?: boolean) => void;
  readonly flush: () => void;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

/** One opinion being written. The component that uses it is keyed by the dossier. */
export function useOpinionDraft(reviewId: string, opinion: Opinion): OpinionDraft {
  const { dossierId, revision, savedMs } = opinion;
  const stored: OpinionContent = { conclusion: opinion.conclusion, text: opinion.text };
  const [content, setContent] = useState(stored);
  const [state, setState] = useState<SaveState>({ kind: 'saved', savedMs });
  const timer = useRef(0);
  const newSaver = (): Saver =>
    createSaver({
      revision,
      content: stored,
      savedMs,
      onState: setState,
      send: async (known, sent) => {
        const reply = await call('opinion.save', { reviewId, dossierId, revision: known, ...sent });
        // Also after a refusal: what was written elsewhere is shown beside the own content.
        await refreshRevisions();
        return reply;
      },
    });
  const [saver, setSaver] = useState<Saver>(newSaver);

  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      void saver.flush();
    },
    [saver],
  );
  const flush = (): void => {
    window.clearTimeout(timer.current);
    void saver.flush();
  };
  const change = (changed: OpinionContent, now = false): void => {
    setContent(changed);
    saver.change(changed);
    window.clearTimeout(timer.current);
    if (now) void saver.flush();
    else timer.current = window.setTimeout(() => void saver.flush(), pauseMs);
  };
  const takeTheirs = (): void => {
    setContent(stored);
    setState({ kind: 'saved', savedMs });
    setSaver(newSaver());
  };
  const keepMine = (): void => {
    saver.rebase(revision);
    void saver.flush();
  };
  return { content, state, change, flush, takeTheirs, keepMine };
}
