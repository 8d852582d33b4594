/** Ten minutes to the lock, the last of them with a warning. Milliseconds. */
export const lockAfterMs = 10 * 60 * 1000;
export const warnAfterMs = 9 * 60 * 1000;

export type IdleState =
  | { readonly kind: 'busy' }
  | { readonly kind: 'warning'; readonly seconds: number }
  | { readonly kind: 'lock' };

/** What follows from `idleMs` without a sign of life. After a sleep of the laptop it is a lock at once. */
export function idleState(idleMs: number): IdleState {
  if (idleMs >= lockAfterMs) return { kind: 'lock' };
  if (idleMs < warnAfterMs) return { kind: 'busy' };
  return { kind: 'warning', seconds: Math.ceil((lockAfterMs - idleMs) / 1000) };
}
