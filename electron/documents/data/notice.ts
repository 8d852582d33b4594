import type { DocumentFrame } from './frame.ts';
import type { OfficialHead } from './minutes.ts';

/** The public notice (公示). No scores of members, no personal data. */
export interface NoticeData extends DocumentFrame {
  /** Absent: plain paper. */
  readonly head?: OfficialHead | undefined;
  /** 发文字号 on plain paper; empty: none. */
  readonly number: string;
  /** e.g. `关于太原市二手车出口试点企业评审结果的公示`. */
  readonly title: string;
  /** Basis and reason, paragraphs before the list. */
  readonly opening: readonly string[];
  /** Selected enterprises in the order to print. */
  readonly selected: readonly { readonly name: string; readonly creditCode?: string | undefined }[];
  /** Start and end of the notice, how to object: paragraphs after the list. */
  readonly closing: readonly string[];
  readonly contact: {
    readonly department?: string | undefined;
    readonly address?: string | undefined;
    readonly telephone?: string | undefined;
    readonly email?: string | undefined;
  };
  readonly issuer: string;
  /** As printed: `2026年3月8日`. */
  readonly date: string;
}
