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
  readonly line: number;
  readonly mutator: string;
  readonly code: string;
  readonly replacement: string;
}

/** What one file's run found. */
export interface FileCount {
  readonly file: string;
  /** SHA-256 of the source that was mutated: a result of another source is no result. */
  readonly source: string;
  /** Killed by a failing test. */
  readonly killed: number;
  /** Killed because the mutant ran into the time limit, for instance an endless loop. */
  readonly timedOut: number;
  readonly survivors: readonly Survivor[];
}

/** Mutants without a covering test count as survivors; those that don't compile or were ignored don't count. */
export function countMutants(report: StrykerReport, file: string, source: string): FileCount {
  const { source: text, mutants } = report.files[file] ?? { source: '', mutants: [] };
  const lines = text.split('\n');
  const survivors = mutants
    .filter(({ status }) => ['Survived', 'NoCoverage'].includes(status))
    .map(({ mutatorName, replacement = '', location: { start } }) => {
      const code = (lines[start.line - 1] ?? '').trim();
      return { line: start.line, mutator: mutatorName, code, replacement };
    })
    .sort((left, right) => left.line - right.line);
  const having = (wanted: string) => mutants.filter(({ status }) => status === wanted).length;
  return { file, source, killed: having('Killed'), timedOut: having('Timeout'), survivors };
}

/** The reason written for this survivor, or null. */
export function explainSurvivor(
  file: string,
  { code, replacement }: Survivor,
  explanations: readonly Explanation[],
): string | null {
  const own = explanations.find(
    (one) =>
      one.file === file &&
      one.code === code &&
      (one.replacement === undefined || one.replacement === replacement),
  );
  return own?.why ?? null;
}

export interface Totals {
  readonly killed: number;
  readonly survived: number;
  readonly unexplained: number;
}

/** Sums over the files; explained survivors still count as survivors. */
export function addUp(counts: readonly FileCount[], explanations: readonly Explanation[]): Totals {
  let [killed, survived, unexplained] = [0, 0, 0];
  for (const one of counts) {
    killed += one.killed + one.timedOut;
    survived += one.survivors.length;
    unexplained += one.survivors.filter(
      (survivor) => explainSurvivor(one.file, survivor, explanations) === null,
    ).length;
  }
  return { killed, survived, unexplained };
}

/** The report for people; `missing` are files without a result of their present source. */
export function describeMutants(
  counts: readonly FileCount[],
  explanations: readonly Explanation[],
  missing: readonly string[],
): string {
  const { killed, survived, unexplained } = addUp(counts, explanations);
  const all = killed + survived;
  const tenths = all === 0 ? 0 : Math.floor((1000 * killed) / all);
  const inline = (text: string) => `\`${text.replaceAll(/\s+/gu, ' ').replaceAll('`', 'ˋ')}\``;
  return [
    '# Mutation testing of shared/domain',
    '',
    `${killed} of ${all} mutants killed (${Math.floor(tenths / 10)}.${tenths % 10} %), ${survived} survived, ${unexplained} of them unexplained.`,
    '',
    `Files not run on their present source: ${missing.length === 0 ? 'none' : missing.join(', ')}.`,
    '',
    '| file | killed | by the time limit | survived |',
    '| --- | --- | --- | --- |',
    ...counts.map((one) => `| ${one.file} | ${one.killed} | ${one.timedOut} | ${one.survivors.length} |`),
    '',
    '## Survivors',
    '',
    ...counts.flatMap(({ file, survivors }) =>
      survivors.map(
        (one) =>
          `- ${file}:${one.line} ${one.mutator}: ${inline(one.code)} with ${inline(one.replacement)}: **${explainSurvivor(file, one, explanations) ?? 'not explained'}**`,
      ),
    ),
    ...(survived === 0 ? ['None.'] : []),
    '',
  ].join('\n');
}
