import { create } from 'zustand';
import type { Scheme } from '../../shared/domain/scheme.ts';

export interface SchemeDraft {
  /** The stored revision that the edits stand on. */
  readonly base: number;
  readonly scheme: Scheme;
}

/**
 * Unsaved edits of schemes by `<person> <review>`: leaving the page or an idle lock doesn't lose them, and
 * nobody but the person who made them sees them again.
 */
export const useSchemeDrafts = create<Readonly<Record<string, SchemeDraft>>>(() => ({}));

export function keepSchemeDraft(key: string, draft: SchemeDraft): void {
  useSchemeDrafts.setState({ [key]: draft });
}

export function dropSchemeDraft(key: string): void {
  useSchemeDrafts.setState(
    (drafts) => Object.fromEntries(Object.entries(drafts).filter(([known]) => known !== key)),
    true,
  );
}
