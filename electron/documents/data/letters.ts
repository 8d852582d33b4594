import type { DocumentFrame } from './frame.ts';
import type { OfficialHead } from './minutes.ts';

/** One result letter (评审结果通知书) to one enterprise. */
export interface ResultLetter {
  readonly enterprise: string;
  /** Two digits at least, for the name of its file. */
  readonly order: string;
  readonly head?: OfficialHead | undefined;
  /** 发文字号 on plain paper; empty: none. */
  readonly number: string;
  readonly title: string;
  readonly addressee: string;
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  readonly issuer: string;
  readonly date: string;
}

/** The letters of a review in one file. */
export interface LettersData extends DocumentFrame {
  readonly title: string;
  readonly letters: readonly ResultLetter[];
}
