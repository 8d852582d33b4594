import { AppError } from '../../../shared/api/problem.ts';

export const carrierKinds = ['folder', 'stick', 'box', 'own-box'] as const;
export type CarrierKind = (typeof carrierKinds)[number];

/** A letter that lies in a carrier. */
export interface FoundLetter {
  /** Its name there; good for nothing but `read` of the same carrier. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Differs when the file was replaced under the same name. */
  readonly mark: string;
}

export interface Look {
  /** Complete files whose address line names the addressee. */
  readonly letters: readonly FoundLetter[];
  /** Names of files that aren't ours, for people. */
  readonly strangers: readonly string[];
  /** Files that somebody still writes. */
  readonly unfinished: number;
}

export interface LetterToPut {
  /** `letterName`. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** May be called again: for the writing and for a second try. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What takes letters from one laptop to another. Each failure is a `carrierFailure`. */
export interface Carrier {
  readonly kind: CarrierKind;
  /** The letters for an addressee, and what else lies there. */
  readonly list: (addressee: string) => Promise<Look>;
  readonly read: (letter: FoundLetter) => AsyncIterable<Uint8Array>;
  /** Settles once the letter was written and read back with the same SHA-256; an interrupted one leaves nothing. */
  readonly put: (letter: LetterToPut, signal: AbortSignal) => Promise<void>;
}

/** `reason` is a key of text `exchange.carrier`. */
export function carrierFailure(
  reason: string,
  values: Readonly<Record<string, string | number>> = {},
): AppError {
  return new AppError('disk-error', { what: 'carrier', reason, ...values });
}

/** Why a carrier failed; undefined for any other error. */
export function failureOf(error: unknown): Readonly<Record<string, string | number>> | undefined {
  return error instanceof AppError && error.problem.values?.['what'] === 'carrier'
    ? error.problem.values
    : undefined;
}
