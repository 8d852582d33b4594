import type { DocumentFrame, PrintedItem, PrintedScheme } from './frame.ts';

/** One page: one member × one dossier. */
export interface ScoreSheetPage {
  readonly member: string;
  readonly memberOrganisation?: string | undefined;
  /** Number of the dossier, e.g. `07`. */
  readonly number: string;
  readonly enterprise: string;
  /** Short code typed when the sheet is entered later, e.g. `TY26-03-07`. */
  readonly code: string;
  /**
   * `recused` and `absent` print a page that says so, without cells to fill; `open` names neither member nor
   * enterprise: both are written in by hand.
   */
  readonly state: 'blank' | 'filled' | 'recused' | 'absent' | 'open';
  /** e.g. 纸质, 更正后; printed beside the code. */
  readonly remark?: string | undefined;
  readonly categories: readonly {
    readonly name: string;
    readonly cap: string;
    readonly items: readonly (PrintedItem & {
      /** Score text when filled. */
      readonly score?: string | undefined;
      readonly comment?: string | undefined;
    })[];
  }[];
  readonly total?: string | undefined;
  readonly comment?: string | undefined;
}

/** Pre-filled paper score sheets (评分表) of one or several members. */
export interface ScoreSheetData extends DocumentFrame {
  readonly schemeTitle: string;
  readonly schemeHash: string;
  /** Total of the scheme, e.g. `100`. */
  readonly full: string;
  readonly pages: readonly ScoreSheetPage[];
}

/** Sign-in sheet (签到表) of one session. */
export interface SignInSheetData extends DocumentFrame {
  readonly title: string;
  readonly time: string;
  readonly place: string;
  readonly matter?: string | undefined;
  readonly rows: readonly {
    readonly name: string;
    readonly organisation: string;
    /** 组长, 部门代表, 行业专家, 工作人员 … */
    readonly role: string;
  }[];
  /** Empty rows at the end. */
  readonly spareRows: number;
}

/** An invented enterprise: each member's total and whether it counts, the steps, the score. */
export interface RuleCardExample {
  readonly members: readonly { readonly name: string; readonly total: string; readonly mark: string }[];
  readonly steps: readonly string[];
  readonly score: string;
}

/** Rule card (评分细则): the scheme in plain words. */
export interface RuleCardData extends DocumentFrame {
  readonly scheme: PrintedScheme;
  readonly basis: readonly string[];
  /** 准入条件 with the article each rests on. */
  readonly eligibility: readonly { readonly text: string; readonly article: string }[];
  /** Rules of the calculation as sentences. */
  readonly rules: readonly string[];
  /** Reasons for which a score may be corrected after the opening. */
  readonly correctionReasons?: readonly string[] | undefined;
  /** The rules at work on invented scores, computed by the tally itself. */
  readonly example?: RuleCardExample | undefined;
  /** SHA-256 of the review authority's public key, hex; absent before freezing. */
  readonly authority?: string | undefined;
  /** The same in digits, as it is read aloud at the meeting. */
  readonly authorityAloud?: string | undefined;
}

/** One page of the opinion forms (评审意见表): one enterprise. */
export interface OpinionPage {
  readonly number: string;
  readonly enterprise: string;
  readonly creditCode: string;
  readonly rank: string;
  readonly score: string;
  /** Counted members. */
  readonly members: string;
  readonly categories: readonly { readonly name: string; readonly cap: string; readonly mean: string }[];
  /** Empty: to be written by hand. */
  readonly opinion: string;
  /** 推荐, 不推荐, 暂缓, or `—` while the panel hasn't concluded. */
  readonly conclusion: string;
  /** e.g. 不符合准入条件. */
  readonly status?: string | undefined;
}

/** 评审意见表, a page for each enterprise, signed by the whole panel. */
export interface OpinionFormData extends DocumentFrame {
  readonly title: string;
  readonly pages: readonly OpinionPage[];
  readonly signers: readonly { readonly name: string; readonly role: string }[];
}

/** Ranking (评审结果排名表) on one page. */
export interface RankingData extends DocumentFrame {
  readonly title: string;
  readonly rows: readonly {
    readonly rank: string;
    readonly name: string;
    readonly score: string;
    readonly members: string;
    readonly conclusion: string;
    readonly remark: string;
  }[];
  readonly rule: string;
  readonly signers: readonly string[];
}

/** Hand-over register (文件交接登记表): what there is, and empty rows. */
export interface HandOverData extends DocumentFrame {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly made: string }[];
  readonly spareRows: number;
}
