/** Kinds of file in an application (申报材料), as data; a kind is added by adding its row. */
export interface MaterialKind {
  readonly id: string;
  /** An application without one is shown as incomplete. */
  readonly required: boolean;
  /** One file per scoring item rather than per application. */
  readonly ofItem: boolean;
  /** A member hands in the sheet of the application only after opening it. */
  readonly mustRead: boolean;
  /** Words in a file's path by which a folder import proposes this kind; the first kind that fits is taken. */
  readonly words: readonly string[];
}

function kind(
  id: string,
  words: readonly string[],
  more: Partial<Pick<MaterialKind, 'required' | 'ofItem' | 'mustRead'>> = {},
): MaterialKind {
  return { id, words, required: false, ofItem: false, mustRead: false, ...more };
}

/** In the order in which they are shown. Names for people: text `materials.kind.<id>`. */
export const materialKinds: readonly MaterialKind[] = [
  kind('licence', ['营业执照', '执照', 'licence', 'license'], { required: true }),
  kind('audit', ['审计报告', '审计', '财务报表', 'audit'], { required: true }),
  kind('plan', ['经营计划', '投资计划', '商业计划', '计划书', '实施方案', 'plan'], { required: true }),
  kind('commitment', ['承诺书', '承诺', 'commitment'], { required: true }),
  kind('evidence', ['佐证', '证明', '合同', '发票', 'evidence'], { ofItem: true }),
  kind('answers', ['答辩', '答复', 'answers'], { mustRead: true }),
  kind('findings', ['考察', 'findings'], { mustRead: true }),
  kind('other', []),
];

export function materialKindOf(id: string): MaterialKind | undefined {
  return materialKinds.find((one) => one.id === id);
}

/** The kind that a path proposes; `other` when no word fits. Folder names count, the file's own name first. */
export function proposeKind(path: string): string {
  const parts = path.toLowerCase().split('/').toReversed();
  for (const part of parts) {
    const found = materialKinds.find(({ words }) => words.some((word) => part.includes(word)));
    if (found !== undefined) return found.id;
  }
  return 'other';
}

/** Required kinds that none of the given files is of. */
export function missingKinds(present: ReadonlySet<string>): string[] {
  return materialKinds.filter(({ id, required }) => required && !present.has(id)).map(({ id }) => id);
}

/**
 * One file, one import, and all files of a review. The last two keep a package for a laptop within its own
 * limits (10,000 parts, 4 GiB), with room for what else it carries.
 */
export const materialLimits = {
  fileBytes: 500_000_000,
  importFiles: 2_000,
  reviewFiles: 9_000,
  reviewBytes: 4_000_000_000,
  nameCharacters: 120,
} as const;
