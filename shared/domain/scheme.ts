/**
 * The scheme (评分办法) as it is written in `scheme.json`: data only. Every number that enters the
 * calculation is a decimal string; counts are integers. Checked and compiled by `compile-scheme.ts`.
 */
export interface Band {
  readonly name: string;
  /** Inclusive lower and upper bound, decimal strings; the bands of an item cover 0..cap without holes. */
  readonly from: string;
  readonly to: string;
}

export interface SchemeItem {
  readonly id: string;
  readonly name: string;
  readonly cap: string;
  /** Smallest step of a score, e.g. "0.5"; default "0.01". */
  readonly step?: string | undefined;
  /** What is judged (评审要点), one or two lines. */
  readonly judged?: string | undefined;
  readonly bands?: readonly Band[] | undefined;
}

export interface SchemeCategory {
  readonly id: string;
  readonly name: string;
  readonly cap: string;
  /** Default "1". Σ cap × weight = total. */
  readonly weight?: string | undefined;
  /** Without items the category is one item with the category's id. */
  readonly items?: readonly SchemeItem[] | undefined;
}

export type ConditionEffect = 'veto' | 'warn' | 'preference';

/** One eligibility condition (准入条件) as data. `fact` names a field of the dossier. */
export interface EligibilityCondition {
  readonly id: string;
  readonly text: string;
  readonly kind: 'at-least' | 'yes' | 'judged';
  readonly fact: string;
  /** For `at-least`: the threshold as a decimal string (万元 for capital). */
  readonly threshold?: string | undefined;
  /** A fact that can replace a missed threshold after a person judged it, e.g. net assets (相应的净资产). */
  readonly alternative?: string | undefined;
  readonly article: string;
  readonly effect: ConditionEffect;
}

export type TrimScope = 'sheet' | 'category' | 'item';

export type Aggregate =
  | 'mean'
  | 'median'
  | {
      readonly trimmed: {
        readonly high: number;
        readonly low: number;
        readonly scope: TrimScope;
        readonly minimumMembers: number;
      };
    };

export type RoundingMode = 'half-up' | 'half-even';
export type RoundingPoint = 'end' | 'category';

export interface Rounding {
  readonly places: number;
  readonly mode: RoundingMode;
  readonly point: RoundingPoint;
}

/** `preference`, `vote`, `shared` or `category:<id>`. */
export type TieStep = string;

export interface TallyRules {
  readonly aggregate: Aggregate;
  readonly rounding?: { readonly [Key in keyof Rounding]?: Rounding[Key] | undefined } | undefined;
  readonly rankOn?: 'exact' | 'published' | undefined;
  readonly ties?: readonly TieStep[] | undefined;
  readonly quorum?: number | undefined;
}

/** Who is selected (入选): a pass mark (合格线), a quota (名额), or both. It doesn't enter the calculation. */
export interface SelectionRule {
  readonly passMark?: string | undefined;
  readonly quota?: number | undefined;
}

export interface Scheme {
  readonly title: string;
  readonly total: string;
  readonly categories: readonly SchemeCategory[];
  readonly tally: TallyRules;
  /** Legal basis (依据), one article or document a line. */
  readonly basis?: readonly string[] | undefined;
  /** A remark printed with the scheme, e.g. 示例分值，由评审组确定. */
  readonly note?: string | undefined;
  readonly validity?: { readonly from: string; readonly to?: string | undefined } | undefined;
  readonly eligibility?: readonly EligibilityCondition[] | undefined;
  /** Minimum number of members and whether documents show names or codes (专家1…n). */
  readonly panel?:
    { readonly minimum?: number | undefined; readonly show?: 'names' | 'codes' | undefined } | undefined;
  /** Warning threshold for 畸高畸低 in percent of the panel mean; "off" to disable. Default "20". */
  readonly deviation?: string | undefined;
  readonly selection?: SelectionRule | undefined;
  /** Grounds on which a score may be corrected after the tally; default `correctionReasons`. */
  readonly correctionReasons?: readonly string[] | undefined;
}
