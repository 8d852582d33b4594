import { call } from '../../api/client.ts';
import { registerBeforeLock } from '../../stores/before-lock.ts';
import { refreshRevisions } from '../../stores/revisions.ts';
import { useSessionStore } from '../../stores/session.ts';
import {
  editSheet,
  forgetDesk,
  holdsMore,
  mineTaken,
  patchSheet,
  sheetDraft,
  takeTheirs,
  useDeskStore,
  withText,
} from './desk-store.ts';
import { createSaveQueue, type SaveQueue, type StoredVersion } from './save-queue.ts';
import { contentOf, nothingTyped, type Typed } from './sheet-content.ts';

/** A pause in typing; leaving a field saves at once. */
const pauseMs = 350;

const queues = new Map<string, SaveQueue>();

/** Whether the person whose drafts are held is the one unlocked: a request must never go out as another. */
function isOwnerHere(): boolean {
  const { owner } = useDeskStore.getState();
  return owner !== null && useSessionStore.getState().session?.personId === owner.personId;
}

/** What the store holds of a sheet now; null when it can't be read. */
async function latestOf(dossierId: string): Promise<StoredVersion | null> {
  const { owner } = useDeskStore.getState();
  if (owner === null || !isOwnerHere()) return null;
  const reply = await call('desk.get', { reviewId: owner.reviewId });
  const sheet = reply.ok ? reply.value.sheets.find((each) => each.dossierId === dossierId) : undefined;
  return sheet ?? null;
}

function queueFor(dossierId: string): SaveQueue {
  const known = queues.get(dossierId);
  if (known !== undefined) return known;
  const reviewId = (): string => useDeskStore.getState().owner?.reviewId ?? '';
  const queue = createSaveQueue({
    present: () => sheetDraft(dossierId) ?? { edits: 0, savedEdits: 0, revision: 0 },
    content: () => {
      const { scheme, sheets } = useDeskStore.getState();
      const typed = sheets[dossierId]?.typed ?? nothingTyped;
      return scheme === null
        ? { scores: {}, comments: {}, overall: '', confirmedZeros: [] }
        : contentOf(scheme, typed);
    },
    send: async (revision, content) =>
      isOwnerHere()
        ? call('desk.saveDraft', { reviewId: reviewId(), dossierId, revision, content })
        : { ok: false, problem: { code: 'locked' } },
    latest: () => latestOf(dossierId),
    onSaving: () => patchSheet(dossierId, () => ({ state: 'saving', problem: null })),
    onSaved: ({ revision, savedMs, edits }) =>
      patchSheet(dossierId, () => ({
        state: 'resting',
        problem: null,
        revision,
        savedMs,
        savedEdits: edits,
      })),
    onFailed: (problem) => patchSheet(dossierId, () => ({ state: 'failed', problem })),
    onStale: (theirs) => patchSheet(dossierId, () => ({ state: 'stale', theirs })),
    later: (act) => {
      const timer = window.setTimeout(act, pauseMs);
      return () => window.clearTimeout(timer);
    },
  });
  queues.set(dossierId, queue);
  return queue;
}

/** The sheet that is being corrected after the opening: signed as a whole, never saved as a draft. */
let correcting: string | null = null;

export function beginCorrection(dossierId: string): void {
  correcting = dossierId;
}

/** Ends it and forgets what was typed, so that the desk shows what is stored. */
export function endCorrection(): void {
  if (correcting === null) return;
  correcting = null;
  forgetDesk();
}

function change(dossierId: string, edit: (typed: Typed) => Typed): void {
  if (editSheet(dossierId, edit) && correcting !== dossierId) queueFor(dossierId).changed();
}

export function setScore(dossierId: string, item: string, text: string): void {
  change(dossierId, (typed) => withText(typed, item, text));
}

export function setComment(dossierId: string, item: string, text: string): void {
  change(dossierId, (typed) => ({ ...typed, comments: { ...typed.comments, [item]: text } }));
}

export function setOverall(dossierId: string, overall: string): void {
  change(dossierId, (typed) => ({ ...typed, overall }));
}

export function setZeroConfirmed(dossierId: string, item: string, confirmed: boolean): void {
  change(dossierId, (typed) => {
    const others = typed.confirmedZeros.filter((id) => id !== item);
    return { ...typed, confirmedZeros: confirmed ? [...others, item] : others };
  });
}

/** Saves one sheet at once, e.g. when a field is left; true when everything typed is in the store. */
export function flushSheet(dossierId: string): Promise<boolean> {
  if (correcting === dossierId) return Promise.resolve(true);
  return queueFor(dossierId).flush();
}

/** Saves every sheet with something unsaved. The screens read the progress again afterwards. */
export async function flushDesk(): Promise<boolean> {
  const results = await Promise.all(Object.keys(useDeskStore.getState().sheets).map(flushSheet));
  return results.every(Boolean);
}

/** Takes the version of the other tab as it is now; what was typed here stays beside it. */
export async function loadLatest(dossierId: string): Promise<void> {
  const theirs = await latestOf(dossierId);
  if (theirs === null) return;
  patchSheet(dossierId, () => ({ theirs }));
  takeTheirs(dossierId);
  queueFor(dossierId).resume();
}

/** Puts what was typed here back: of one item, or all. */
export function takeMine(dossierId: string, item: string | null): void {
  patchSheet(dossierId, (draft) => mineTaken(draft, item));
  queueFor(dossierId).changed();
}

export function dropMine(dossierId: string): void {
  patchSheet(dossierId, () => ({ mine: null }));
}

/** Sends again what was refused. */
export async function retrySaving(dossierId: string): Promise<void> {
  if (await flushSheet(dossierId)) await refreshRevisions();
}

/** Whether leaving now would lose something: unsaved changes, or a text that is no score. */
export function holdsUnsaved(): boolean {
  const { scheme, sheets } = useDeskStore.getState();
  return scheme !== null && Object.values(sheets).some((draft) => holdsMore(scheme, draft));
}

registerBeforeLock({
  save: async () => {
    await flushDesk();
    return !holdsUnsaved();
  },
  forget: () => {
    correcting = null;
    forgetDesk();
    queues.clear();
  },
});

// Another person has unlocked: what the one before typed is gone. A lock by the same person keeps it.
useSessionStore.subscribe(({ session }) => {
  const owner = useDeskStore.getState().owner;
  if (owner === null || session === null || session === undefined) return;
  if (session.personId === owner.personId) return;
  forgetDesk();
  queues.clear();
});

window.addEventListener('beforeunload', (event) => {
  if (!holdsUnsaved()) return;
  void flushDesk();
  event.preventDefault();
});
