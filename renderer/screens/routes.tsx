import type { PlainPage, ReviewPage } from '../stores/router.ts';
import { slot } from './slot.tsx';
import type { Slot } from './slot.tsx';

/** What a page of a review receives; the seat is `useSeat(reviewId)`. */
export interface ReviewScreenProps {
  readonly reviewId: string;
  /** One thing on the page that the route names, e.g. a dossier's id. */
  readonly item: string | undefined;
}

/** Each folder exports `Screen`; nothing else of it is imported from outside. */
export const reviewScreens: Readonly<Record<ReviewPage, Slot<ReviewScreenProps>>> = {
  overview: slot(() => import('./overview/index.tsx')),
  scheme: slot(() => import('./scheme/index.tsx')),
  dossiers: slot(() => import('./dossiers/index.tsx')),
  panel: slot(() => import('./panel/index.tsx')),
  recusal: slot(() => import('./recusal/index.tsx')),
  desk: slot(() => import('./desk/index.tsx')),
  board: slot(() => import('./board/index.tsx')),
  results: slot(() => import('./results/index.tsx')),
  opinions: slot(() => import('./opinions/index.tsx')),
  documents: slot(() => import('./documents/index.tsx')),
};

export const plainScreens: Readonly<Record<PlainPage, Slot<object>>> = {
  home: slot(() => import('./home/index.tsx')),
  'new-review': slot(() => import('./home/new-review.tsx')),
  join: slot(() => import('./join/index.tsx')),
  people: slot(() => import('./people/index.tsx')),
  verify: slot(() => import('./verify/index.tsx')),
  settings: slot(() => import('./settings/index.tsx')),
  help: slot(() => import('./help/index.tsx')),
};

/** Fetches every screen while nobody waits for it. */
export async function preloadScreens(): Promise<void> {
  const slots = [...Object.values(plainScreens), ...Object.values(reviewScreens)];
  await Promise.allSettled(slots.map((each) => each.preload()));
}
