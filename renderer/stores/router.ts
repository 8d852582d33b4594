import { create } from 'zustand';

/** Pages of a review in the order of the work; each is a folder of `renderer/screens`. */
export const reviewPages = [
  'overview',
  'scheme',
  'dossiers',
  'panel',
  'recusal',
  'desk',
  'board',
  'results',
  'opinions',
  'documents',
] as const;
export type ReviewPage = (typeof reviewPages)[number];

export const plainPages = ['home', 'new-review', 'join', 'people', 'verify', 'settings', 'help'] as const;
export type PlainPage = (typeof plainPages)[number];

/** `item` names one thing on the page: a dossier, a document, a seat. */
export type Route =
  | { readonly page: PlainPage }
  | { readonly page: 'unlock'; readonly reviewId: string | null; readonly onward: Route }
  | { readonly page: 'review'; readonly reviewId: string; readonly tab: ReviewPage; readonly item?: string };

export const homeRoute: Route = { page: 'home' };

function isOneOf<Value extends string>(known: readonly Value[], value: unknown): value is Value {
  return known.some((candidate) => candidate === value);
}

/** A route out of `history.state`, which may hold anything; unknown things give null. */
export function parseRoute(state: unknown): Route | null {
  if (typeof state !== 'object' || state === null || !('page' in state)) return null;
  const given: { readonly page: unknown; readonly [name: string]: unknown } = { ...state };
  if (isOneOf(plainPages, given.page)) return { page: given.page };
  const reviewId = given['reviewId'];
  if (given.page === 'unlock') {
    const onward = parseRoute(given['onward']) ?? homeRoute;
    return { page: 'unlock', reviewId: typeof reviewId === 'string' ? reviewId : null, onward };
  }
  const { tab, item } = { tab: given['tab'], item: given['item'] };
  if (given.page !== 'review' || typeof reviewId !== 'string' || !isOneOf(reviewPages, tab)) return null;
  return typeof item === 'string'
    ? { page: 'review', reviewId, tab, item }
    : { page: 'review', reviewId, tab };
}

export const useRouter = create<{ readonly route: Route }>(() => ({ route: homeRoute }));

/** The present route. */
export function useRoute(): Route {
  return useRouter((state) => state.route);
}

/**
 * Opens a page. The address stays `/`: the route travels in `history.state`, so Back and reload work and
 * nothing about a review stands in the address bar.
 */
export function go(route: Route): void {
  history.pushState(route, '');
  useRouter.setState({ route });
}

/** As `go`, but Back doesn't lead to the page left. */
export function replaceRoute(route: Route): void {
  history.replaceState(route, '');
  useRouter.setState({ route });
}

/** Opens one page of a review. */
export function goReview(reviewId: string, tab: ReviewPage, item?: string): void {
  go(item === undefined ? { page: 'review', reviewId, tab } : { page: 'review', reviewId, tab, item });
}

/** Restores the route of a reload and follows Back and Forward. Called once at start. */
export function startRouter(): void {
  replaceRoute(parseRoute(history.state) ?? homeRoute);
  window.addEventListener('popstate', (event) => {
    useRouter.setState({ route: parseRoute(event.state) ?? homeRoute });
  });
}
