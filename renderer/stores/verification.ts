import { create } from 'zustand';
import type { Verification } from '../../shared/schema/verification.ts';

interface VerificationState {
  readonly file: File | undefined;
  /** As typed. */
  readonly authority: string;
  /** As typed, one name a line. */
  readonly expected: string;
  readonly result:
    | {
        readonly verification: Verification;
        /** What the file was compared with at that time. */
        readonly given: { readonly authority: string; readonly expected: readonly string[] };
      }
    | undefined;
}

const nothing: VerificationState = { file: undefined, authority: '', expected: '', result: undefined };

/** 验证 keeps its file and result while somebody looks elsewhere in the same tab; nobody else sees them. */
export const useVerification = create<VerificationState>(() => nothing);

/** At each lock, hand-over and unlock. */
export function forgetVerification(): void {
  useVerification.setState(nothing);
}

/** Keeps a result, unless the file was put away or changed meanwhile. */
export function keepVerification(file: File, result: VerificationState['result']): void {
  if (useVerification.getState().file === file) useVerification.setState({ result });
}
