import { describeLoad, describeMachine, type Machine } from './machine.ts';
import type { Summary } from './measure.ts';
import { figure, type Row } from './row.ts';

export interface Report {
  readonly before: Machine;
  readonly after: Machine;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

const heads = ['measured', 'against', 'n', 'ours', 'peer', 'ratio', 'middle half', 'goal'] as const;

function span({ median, least, most }: Summary): string {
  return `${figure(median)} ms (${figure(least)}–${figure(most)})`;
}

function goalOf({ goal }: Row): string {
  return goal === undefined ? '' : `≤ ${figure(goal.most)}: ${goal.met ? 'met' : 'MISSED'}`;
}

function cells(row: Row): readonly string[] {
  const { value, lower, upper } = row.ratio;
  const half = `${figure(lower)}–${figure(upper)}`;
  const { title, peerTitle, ours, peer } = row;
  return [title, peerTitle, `${ours.n}`, span(ours), span(peer), `${figure(value)} ×`, half, goalOf(row)];
}

/** For a terminal: each comparison in two lines, because names are long and figures must line up. */
export function reportText(report: Report): string {
  const rows = report.rows.map(cells);
  const figures = [heads.slice(2), ...rows.map((row) => row.slice(2))];
  const widths = heads
    .slice(2)
    .map((_, column) => Math.max(...figures.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `  ${row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  ')}`.trimEnd();
  const body = rows.flatMap(([title = '', peer = '', ...row]) => [`${title}  /  ${peer}`, line(row)]);
  return [...facts(report), '', line(heads.slice(2)), ...body, '', ...report.notes, ''].join('\n');
}

export function reportMarkdown(report: Report): string {
  const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
  return [
    '# Last report of `npm run bench`',
    '',
    ...facts(report).map((fact) => `- ${fact}`),
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...report.rows.map((row) => line(cells(row))),
    '',
    ...report.notes.map((note) => `- ${note}`),
    '',
    'Times are the median with the least and the most; the ratio is that of the medians; the middle half is',
    'that of the ratios of single rounds. Both sides of a line ran in turn in the same run.',
    '',
  ].join('\n');
}

function facts({ before, after }: Report): readonly string[] {
  return [`${before.at.slice(0, 16)}Z`, describeMachine(before), describeLoad(before, after)];
}
