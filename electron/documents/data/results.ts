import type { DocumentFrame, PrintedScheme } from './frame.ts';

/** One enterprise in the summary sheet (汇总). Decimal texts become number cells; other texts stay text. */
export interface ResultsSummaryRow {
  readonly number: string;
  readonly name: string;
  readonly creditCode: string;
  /** `1`, or `—`. */
  readonly rank: string;
  /** Published score as decimal text, or `—`. */
  readonly score: string;
  readonly exact?: string | undefined;
  readonly members: string;
  /** Category means in the order of `ResultsData.categories`; `—` where there is none. */
  readonly categoryMeans: readonly string[];
  readonly status?: string | undefined;
  readonly conclusion: string;
  readonly opinion?: string | undefined;
  readonly paper?: string | undefined;
}

/** One member × dossier in the detail sheet (明细). */
export interface ResultsDetailRow {
  readonly number: string;
  readonly enterprise: string;
  /** Name or code, as the scheme says. */
  readonly member: string;
  /** 电子, 纸质, 回避, 缺席, 更正后 …: always in words. */
  readonly state: string;
  /** Decimal texts in the order of `ResultsData.items`; null for recused or absent: blank is not zero. */
  readonly scores: readonly (string | null)[];
  /** Weighted value of each category in the order of `ResultsData.categories`; null where not counted. */
  readonly categories: readonly (string | null)[];
  readonly total: string | null;
  readonly comment?: string | undefined;
}

/** The rule of the calculation, for the formulas. */
export interface RecountRule {
  readonly aggregate:
    | 'mean'
    | 'median'
    | {
        readonly high: number;
        readonly low: number;
        readonly scope: 'sheet' | 'category' | 'item';
        readonly minimumMembers: number;
      };
  readonly places: number;
  readonly mode: 'half-up' | 'half-even';
  /** Rounded once at the end, or each category first. */
  readonly point: 'end' | 'category';
  readonly rankOn: 'exact' | 'published';
}

/** The results workbook. */
export interface ResultsData extends DocumentFrame {
  readonly title: string;
  /** Names of the categories, for the columns of means. */
  readonly categories: readonly string[];
  /** Weight of each category as a formula writes it, e.g. `1`, `3/20`. */
  readonly weights: readonly string[];
  readonly rule: RecountRule;
  /** Every scored item. */
  readonly items: readonly { readonly category: string; readonly name: string; readonly cap: string }[];
  readonly summary: readonly ResultsSummaryRow[];
  readonly details: readonly ResultsDetailRow[];
  readonly scheme: PrintedScheme;
  /** Rules of the calculation as sentences. */
  readonly rules: readonly string[];
  /** Further remarks for the sheet 说明. */
  readonly notes: readonly string[];
  readonly resultHash: string;
  readonly authority: string;
}
