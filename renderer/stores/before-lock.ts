/** A screen that holds typed text which isn't in the store yet. */
export interface TextKeeper {
  /** Saves what it can; true when nothing is left that would be lost. */
  readonly save: () => Promise<boolean>;
  /** The laptop goes to another person: nothing typed may stay in memory. */
  readonly forget: () => void;
}

const keepers = new Set<TextKeeper>();

/** A lock doesn't wait for a host that is silent. */
const longestWaitMs = 3000;

/** Asked before every lock and hand-over. Answers the function that ends it. */
export function registerBeforeLock(keeper: TextKeeper): () => void {
  keepers.add(keeper);
  return () => keepers.delete(keeper);
}

/** Lets every keeper save; false when something couldn't be saved in time. */
export async function saveBeforeLock(): Promise<boolean> {
  const saved = Promise.all([...keepers].map((keeper) => keeper.save()));
  const tooLate = new Promise<readonly boolean[]>((resolve) => {
    setTimeout(() => resolve([false]), longestWaitMs);
  });
  return (await Promise.race([saved, tooLate])).every(Boolean);
}

/** At a hand-over. */
export function forgetTyped(): void {
  for (const keeper of keepers) keeper.forget();
}
