/** The parts of Stryker's JSON report (mutation-testing-report-schema 2) that are read here. */
export interface StrykerReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly StrykerMutant[] }>
  >;
}

interface StrykerMutant {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
}

/** Why a surviving mutant is no gap in the tests. `code` is the whole trimmed line, so that it outlives moves. */
export interface Explanation {
  readonly file: string;
  readonly code: string;
  /** All replacements on this line when left out. */
  readonly replacement?: string;
  readonly why: string;
}

export interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly code: string;
  readonly replacement: string;
  readonly why: string | null;
}

export interface MutantCount {
  /** Killed by a test or by running into the time limit. */
  readonly killed: number;
  readonly files: readonly { readonly file: string; readonly killed: number; readonly survived: number }[];
  readonly survivors: readonly Survivor[];
}

/** Mutants without a covering test count as survivors; those that don't compile or were ignored don't count. */
export function countMutants(report: StrykerReport, explanations: readonly Explanation[]): MutantCount {
  const names = Object.keys(report.files).sort();
  const survivors = names.flatMap((file) => survivorsOf(report, file, explanations));
  const files = names.map((file) => ({
    file,
    killed: (report.files[file]?.mutants ?? []).filter(({ status }) => ['Killed', 'Timeout'].includes(status))
      .length,
    survived: survivors.filter((one) => one.file === file).length,
  }));
  return { killed: files.reduce((all, { killed }) => all + killed, 0), files, survivors };
}

function survivorsOf(
  report: StrykerReport,
  file: string,
  explanations: readonly Explanation[],
): readonly Survivor[] {
  const { source, mutants } = report.files[file] ?? { source: '', mutants: [] };
  const lines = source.split('\n');
  return mutants
    .filter(({ status }) => ['Survived', 'NoCoverage'].includes(status))
    .map(({ mutatorName, replacement = '', location }) => {
      const code = (lines[location.start.line - 1] ?? '').trim();
      const own = explanations.find(
        (one) =>
          one.file === file &&
          one.code === code &&
          (one.replacement === undefined || one.replacement === replacement),
      );
      const { line } = location.start;
      return { file, line, mutator: mutatorName, code, replacement, why: own?.why ?? null };
    })
    .sort((left, right) => left.line - right.line);
}

/** The report for people. */
export function describeMutants({ killed, files, survivors }: MutantCount): string {
  const all = killed + survivors.length;
  const tenths = all === 0 ? 0 : Math.floor((1000 * killed) / all);
  const inline = (text: string) => `\`${text.replaceAll(/\s+/gu, ' ').replaceAll('`', 'ˋ')}\``;
  return [
    '# Mutation testing of shared/domain',
    '',
    `${killed} of ${all} mutants killed (${Math.floor(tenths / 10)}.${tenths % 10} %), ${survivors.length} survived.`,
    '',
    '| file | killed | survived |',
    '|---|---|---|',
    ...files.map((one) => `| ${one.file} | ${one.killed} | ${one.survived} |`),
    '',
    '## Survivors',
    '',
    ...survivors.flatMap((one) => [
      `- ${one.file}:${one.line} ${one.mutator}: ${inline(one.code)} with ${inline(one.replacement)}: **${one.why ?? 'not explained'}**`,
    ]),
    ...(survivors.length === 0 ? ['None.'] : []),
    '',
  ].join('\n');
}
