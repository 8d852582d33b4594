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

/** Whether an input, as JSON text, stays within `maxBytes`; what can't be written as JSON doesn't. */
export function isFittingInput(input: unknown, maxBytes: number): boolean {
  try {
    return new TextEncoder().encode(JSON.stringify(input) ?? '').byteLength <= maxBytes;
  } catch {
    return false;
  }
}
