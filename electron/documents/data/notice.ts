import type { DocumentFrame } from './frame.ts';

/** The public notice (公示). No scores of members, no personal data. */
export interface NoticeData extends DocumentFrame {
  /** e.g. `关于太原市二手车出口试点企业评审结果的公示`. */
  readonly title: string;
  /** Basis and reason, paragraphs before the list. */
  readonly basis: readonly string[];
  /** Selected enterprises in the order to print. */
  readonly selected: readonly { readonly name: string; readonly creditCode?: string | undefined }[];
  /** As printed: `2026年3月9日`. */
  readonly startDate: string;
  readonly endDate: string;
  /** e.g. `5个工作日`. */
  readonly period: string;
  readonly objection: {
    /** How to object, a sentence. */
    readonly how: string;
    readonly department?: string | undefined;
    readonly address?: string | undefined;
    readonly telephone?: string | undefined;
    readonly email?: string | undefined;
  };
  readonly issuer: string;
  /** As printed: `2026年3月8日`. */
  readonly date: string;
}
