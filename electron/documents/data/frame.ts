/** What every document carries. All values are JSON-safe; numbers arrive as text made by the tally module. */
export interface DocumentFrame {
  /**
   * Instant with offset, e.g. `2026-03-05T16:20:00+08:00`. It becomes the creation date of the file, so
   * the same data gives the same bytes; take it from the record, never from the clock at print time.
   */
  readonly createdAt: string;
  /** A fictional review: 示例 is printed on every page. */
  readonly sample: boolean;
  /** Name and version of the software, e.g. `评审台 Paneldesk 0.1.0`. */
  readonly software: string;
  /** Name of the review (评审项目), e.g. `2026年太原市二手车出口试点企业评审`. */
  readonly review: string;
}

/** One empty signature: a PDF field (electronic) or a line (paper). */
export interface SignatureSlot {
  /** ASCII id of the PDF field, unique in the document, e.g. `member-3`. */
  readonly field: string;
  readonly name: string;
  /** 组长, 成员, 记录人, 监督人员 … as printed. */
  readonly role: string;
  readonly organisation?: string | undefined;
  /** Set for a member who left before signing (提前离席); printed in the archive version only. */
  readonly leftEarly?: { readonly reason: string } | undefined;
}

/** One score item as printed in the rule card, the scheme annex and the score sheets. */
export interface PrintedItem {
  readonly name: string;
  readonly cap: string;
  /** 评审要点. */
  readonly judged?: string | undefined;
  /** Each band as one text, e.g. `优 12–15`. */
  readonly bands?: readonly string[] | undefined;
  /** Smallest step, e.g. `0.5`. */
  readonly step?: string | undefined;
}

export interface PrintedCategory {
  readonly name: string;
  readonly cap: string;
  /** Only when it is not 1. */
  readonly weight?: string | undefined;
  /** Empty: the category itself is scored. */
  readonly items: readonly PrintedItem[];
}

export interface PrintedScheme {
  readonly title: string;
  readonly total: string;
  /** e.g. `示例分值，由评审组确定`. */
  readonly note?: string | undefined;
  readonly categories: readonly PrintedCategory[];
  /** SHA-256 of the frozen scheme, hex. */
  readonly hash: string;
}
