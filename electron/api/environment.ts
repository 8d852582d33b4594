import type { FontSet } from '../documents/pdf-contract.ts';
import type { KdfCost } from '../signing/passphrase.ts';

/** What the outside world lends the backend: clock, randomness, places, workers. Made in `backend.ts`. */
export interface Environment {
  readonly version: string;
  readonly host: 'loopback' | 'desktop' | 'cli';
  readonly dataFolder: string;
  /** Bytes of a shipped file, e.g. `schemes/taiyuan.json`; the path is a constant of the program. */
  readonly readResource: (path: string) => Uint8Array;
  readonly fonts: FontSet;
  readonly pdfWorker: URL;
  readonly workbookWorker: URL;
  readonly kdfCost: KdfCost;
  readonly nowMs: () => number;
  readonly newId: () => string;
  /** Order of codes 专家1…n: a random permutation of 0…n−1. */
  readonly shuffle: (count: number) => number[];
  readonly quit: () => void;
  /** Notes an unexpected error and answers its reference. */
  readonly logError: (error: unknown) => string;
}
