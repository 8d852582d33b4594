import { create } from 'zustand';
import type { Problem } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { Desk, DeskSheet } from '../../../shared/schema/sheet.ts';
import { tidyCell } from './cell-text.ts';
import { mineBeside, withMine, withoutItem, type Mine } from './merge-latest.ts';
import type { StoredVersion } from './save-queue.ts';
import { nothingTyped, textOf, typedOf, wrongItems, type Typed } from './sheet-content.ts';

/** One sheet in its fields, and how far it is saved. */
export interface SheetDraft {
  readonly typed: Typed;
  /** Grows with each change; `savedEdits` is the change that the store holds. */
  readonly edits: number;
  readonly savedEdits: number;
  readonly revision: number;
  readonly savedMs: number | null;
  readonly state: 'resting' | 'saving' | 'failed' | 'stale';
  readonly problem: Problem | null;
  /** What another tab saved, while `state` is stale. */
  readonly theirs: StoredVersion | null;
  readonly mine: Mine | null;
}

interface DeskState {
  /** Whose drafts these are; null while none are held. */
  readonly owner: { readonly personId: string; readonly reviewId: string } | null;
  readonly scheme: CompiledScheme | null;
  readonly sheets: Readonly<Record<string, SheetDraft>>;
}

const empty: DeskState = { owner: null, scheme: null, sheets: {} };

/** Typed text of one person's desk. Records stay with the backend; this holds only what is in the fields. */
export const useDeskStore = create<DeskState>(() => empty);

export function forgetDesk(): void {
  useDeskStore.setState(empty);
}

export function sheetDraft(dossierId: string): SheetDraft | undefined {
  return useDeskStore.getState().sheets[dossierId];
}

/** Changes one sheet; a sheet that isn't held stays away. */
export function patchSheet(dossierId: string, change: (draft: SheetDraft) => Partial<SheetDraft>): void {
  const draft = sheetDraft(dossierId);
  if (draft === undefined) return;
  const sheets = { ...useDeskStore.getState().sheets, [dossierId]: { ...draft, ...change(draft) } };
  useDeskStore.setState({ sheets });
}

function fromStore(version: StoredVersion): SheetDraft {
  return {
    typed: typedOf(version.content),
    edits: 0,
    savedEdits: 0,
    revision: version.revision,
    savedMs: version.savedMs,
    state: 'resting',
    problem: null,
    theirs: null,
    mine: null,
  };
}

/** True while something typed would be lost by taking another version. */
export function holdsMore(scheme: CompiledScheme, draft: SheetDraft): boolean {
  if (draft.edits !== draft.savedEdits || draft.state !== 'resting' || draft.mine !== null) return true;
  return wrongItems(scheme, draft.typed).length > 0;
}

function newer(scheme: CompiledScheme, held: SheetDraft | undefined, sheet: DeskSheet): SheetDraft {
  if (held === undefined) return fromStore(sheet);
  // An answer asked for before the last save is older than what is held.
  if (sheet.revision <= held.revision || holdsMore(scheme, held)) return held;
  return fromStore(sheet);
}

/** Takes what the backend answered. Typed text that isn't saved goes before it. */
export function takeDesk(
  owner: { readonly personId: string; readonly reviewId: string },
  scheme: CompiledScheme,
  desk: Desk,
): void {
  const before = useDeskStore.getState();
  const same = before.owner?.personId === owner.personId && before.owner.reviewId === owner.reviewId;
  const held = same ? before.sheets : {};
  const sheets = Object.fromEntries(
    desk.sheets
      .filter(({ state }) => state !== 'recused')
      .map((sheet) => [sheet.dossierId, newer(scheme, held[sheet.dossierId], sheet)]),
  );
  useDeskStore.setState({ owner, scheme, sheets });
}

/** One change of what is typed. Answers whether anything changed. */
export function editSheet(dossierId: string, change: (typed: Typed) => Typed): boolean {
  const draft = sheetDraft(dossierId);
  if (draft === undefined) return false;
  const typed = change(draft.typed);
  if (typed === draft.typed) return false;
  patchSheet(dossierId, () => ({ typed, edits: draft.edits + 1 }));
  return true;
}

/** A confirmation of 0 ends with the 0. */
export function withText(typed: Typed, item: string, text: string): Typed {
  if (textOf(typed, item) === text) return typed;
  return {
    ...typed,
    texts: { ...typed.texts, [item]: text },
    confirmedZeros: typed.confirmedZeros.filter((id) => id !== item),
  };
}

/** Shows a left field in its shortest form; what it says is the same, so there is nothing to save. */
export function tidyField(dossierId: string, item: string): void {
  const index = useDeskStore.getState().scheme?.itemIndex.get(item);
  const found = index === undefined ? undefined : useDeskStore.getState().scheme?.items[index];
  if (found === undefined) return;
  patchSheet(dossierId, ({ typed }) => {
    const text = textOf(typed, item);
    const tidy = tidyCell(text, found);
    return tidy === text ? {} : { typed: { ...typed, texts: { ...typed.texts, [item]: tidy } } };
  });
}

/** Takes another tab's version and keeps what was typed here beside it. */
export function takeTheirs(dossierId: string): void {
  patchSheet(dossierId, (draft) => {
    if (draft.theirs === null) return {};
    const latest = fromStore(draft.theirs);
    return { ...latest, mine: mineBeside(draft.typed, latest.typed) };
  });
}

/** Puts the own version of one item, or of all, back into the fields. */
export function mineTaken(draft: SheetDraft, item: string | null): Partial<SheetDraft> {
  const { mine, typed, edits } = draft;
  if (mine === null) return {};
  if (item === null) return { typed: withMine(typed, mine), edits: edits + 1, mine: null };
  const only: Mine = {
    texts: item in mine.texts ? { [item]: mine.texts[item] ?? '' } : {},
    comments: item in mine.comments ? { [item]: mine.comments[item] ?? '' } : {},
    overall: null,
  };
  return { typed: withMine(typed, only), edits: edits + 1, mine: withoutItem(mine, item) };
}

/** The fields of a sheet; empty while the sheet isn't held. */
export function useTyped(dossierId: string): Typed {
  return useDeskStore((state) => state.sheets[dossierId]?.typed ?? nothingTyped);
}
