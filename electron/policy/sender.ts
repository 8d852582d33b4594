import { mayNavigate } from './address.ts';

/** What is known of the frame that sent a call; null when it is gone already. */
export interface Sender {
  readonly url: string;
  readonly isMainFrame: boolean;
  /** The window is one that we opened and still have. */
  readonly isKnown: boolean;
}

/** Only the main frame of an own window, while it shows the page, may call. */
export function mayCall(sender: Sender | null): boolean {
  return sender !== null && sender.isKnown && sender.isMainFrame && mayNavigate(sender.url);
}

/** A call as it may come over: a name and an input that together stay below `maxBytes` as JSON text. */
export function isFittingCall(name: unknown, input: unknown, maxBytes: number): name is string {
  if (typeof name !== 'string') return false;
  try {
    return (JSON.stringify(input) ?? '').length <= maxBytes;
  } catch {
    return false;
  }
}
