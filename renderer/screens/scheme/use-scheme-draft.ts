import { useEffect } from 'react';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import { useCommand } from '../../api/use-command.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { dropSchemeDraft, keepSchemeDraft, useSchemeDrafts } from '../../stores/scheme-drafts.ts';
import { useSession, useSessionStore } from '../../stores/session.ts';

export interface SchemeDraftState {
  readonly scheme: Scheme;
  /** The revision that a freezing would name. */
  readonly revision: number;
  readonly dirty: boolean;
  /** Somebody saved another version meanwhile. */
  readonly stale: boolean;
  readonly edit: (change: (scheme: Scheme) => Scheme) => void;
  readonly save: () => Promise<void>;
  /** Takes the stored version and forgets the own edits. */
  readonly drop: () => void;
  readonly saving: boolean;
  readonly problem: Problem | undefined;
}

/** The edits of this person on the stored scheme; saved by a button, warned about when left. */
export function useSchemeDraft(reviewId: string, stored: OutputOf<'scheme.get'>): SchemeDraftState {
  const t = useText();
  const person = useSession()?.personId ?? '';
  const key = `${person} ${reviewId}`;
  const draft = useSchemeDrafts((drafts) => drafts[key]);
  const { run, pending, problem, clear } = useCommand('scheme.save');
  // After a save the draft is ahead of what was last read; until then it is what the screen shows.
  const scheme = draft?.scheme ?? stored.scheme;
  const base = draft?.base ?? stored.revision;
  const same = JSON.stringify(scheme) === JSON.stringify(stored.scheme);
  const dirty = draft !== undefined && !same && base <= stored.revision;

  useEffect(() => {
    if (draft !== undefined && same && base <= stored.revision) dropSchemeDraft(key);
  }, [draft, same, base, stored.revision, key]);

  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  useEffect(
    () => () => {
      const stillHere = useSessionStore.getState().session?.personId === person;
      if (stillHere && useSchemeDrafts.getState()[key] !== undefined) showNotice(t('scheme.left'), 'note');
    },
    [key, person, t],
  );

  return {
    scheme,
    revision: Math.max(base, stored.revision),
    dirty,
    stale: dirty && base < stored.revision,
    edit: (change) => {
      const now = useSchemeDrafts.getState()[key];
      const next = change(now?.scheme ?? stored.scheme);
      keepSchemeDraft(key, { base: now?.base ?? stored.revision, scheme: next });
    },
    save: async () => {
      const reply = await run({ reviewId, revision: base, scheme });
      if (reply.ok) keepSchemeDraft(key, { base: reply.value.revision, scheme });
    },
    drop: () => {
      dropSchemeDraft(key);
      clear();
    },
    saving: pending,
    problem,
  };
}
