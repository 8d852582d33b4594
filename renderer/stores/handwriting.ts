import { create } from 'zustand';
import type { Handwriting } from '../../shared/schema/handwriting.ts';

interface HandwritingState {
  readonly handwriting: Handwriting | undefined;
}

/** What the unlocked person wrote by hand: in this tab's memory, for all documents signed in this session. */
export const useHandwriting = create<HandwritingState>(() => ({ handwriting: undefined }));

export function keepHandwriting(handwriting: Handwriting | undefined): void {
  useHandwriting.setState({ handwriting });
}

/** At each lock, hand-over and unlock. */
export function forgetHandwriting(): void {
  useHandwriting.setState({ handwriting: undefined });
}
