/** Limits of an imported workbook (security.md §5; decisions: ≤ 200,000 cells). */
export interface WorkbookLimits {
  readonly fileBytes: number;
  readonly entries: number;
  readonly inflatedBytes: number;
  /** Largest ratio of inflated to packed bytes of one entry, for entries above 1 MB. */
  readonly ratio: number;
  readonly cells: number;
  /** Rows of one sheet, empty formatted ones too; one batch of applications never comes near. */
  readonly rows: number;
  readonly timeMs: number;
  readonly memoryMegabytes: number;
}

export const workbookLimits: WorkbookLimits = {
  fileBytes: 20_000_000,
  entries: 200,
  inflatedBytes: 50_000_000,
  ratio: 200,
  cells: 200_000,
  rows: 20_000,
  timeMs: 10_000,
  memoryMegabytes: 512,
};
