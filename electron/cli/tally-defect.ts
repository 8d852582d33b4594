/** One wrong place of an input file; `reason` is a key of `shared/text`. */
export interface InputDefect {
  /** First physical line of the record, for sheets.csv and JSON syntax. */
  readonly line?: number | undefined;
  /** Dotted path, for scheme.json and review.json. */
  readonly path?: string | undefined;
  readonly reason: string;
  readonly values: Readonly<Record<string, string | number>>;
}
