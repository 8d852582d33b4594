import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const command = join(import.meta.dirname, '../../electron/cli/panel.ts');

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly errors: string;
}

/** Runs `panel` as a child process, in English. */
export function runPanel(args: readonly string[], environment: Record<string, string> = {}): Promise<Ran> {
  const env = { ...process.env, LC_ALL: 'C.UTF-8', ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [command, ...args], { env }, (error, out, errors) => {
      const code = error?.code;
      resolve({ status: error === null ? 0 : typeof code === 'number' ? code : -1, out, errors });
    });
  });
}

export interface TallyFilesText {
  readonly scheme: string | Buffer;
  readonly sheets: string | Buffer;
  readonly review?: string | undefined;
}

/** Writes the files into a fresh folder and recounts; the folder's name is taken out of the messages. */
export async function runTally(
  files: TallyFilesText,
  more: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'recount-'));
  const args = ['tally'];
  const names = { scheme: 'scheme.json', sheets: 'sheets.csv', review: 'review.json' };
  for (const key of ['scheme', 'sheets', 'review'] as const) {
    const content = files[key];
    if (content === undefined) continue;
    const path = join(folder, names[key]);
    writeFileSync(path, content);
    args.push(`--${key}`, path);
  }
  const ran = await runPanel([...args, ...more], environment);
  return { ...ran, errors: ran.errors.replaceAll(`${folder}/`, '') };
}

/** The messages as lines, for comparing whole answers. */
export function messages(ran: Ran): readonly string[] {
  return ran.errors.trimEnd().split('\n');
}

/** The example of tally-format with a total that fits its one category. */
export const exampleScheme = {
  title: '太原市二手车出口企业评审（示例分值）',
  total: '15',
  categories: [
    {
      id: 'basic',
      name: '企业基本条件',
      cap: '15',
      weight: '1',
      items: [
        { id: 'basic.capital', name: '注册资本与实缴资本', cap: '5', step: '0.1' },
        { id: 'basic.record', name: '经营与信用记录', cap: '10' },
      ],
    },
  ],
  tally: {
    aggregate: 'mean',
    rounding: { places: 2, mode: 'half-up', point: 'end' },
    rankOn: 'exact',
    ties: ['preference', 'category:basic', 'shared'],
    quorum: 3,
  },
};

export const exampleText = JSON.stringify(exampleScheme);

/** A sheets.csv of the given rows, each `dossier,member,item,score`. */
export function csv(...rows: readonly string[]): string {
  return `${['dossier,member,item,score', ...rows].join('\n')}\n`;
}

export const goodSheets = csv(
  ...['M1,4.5,8', 'M2,5,9', 'M3,4,9'].flatMap((line) => {
    const [member = '', capital = '', record = ''] = line.split(',');
    return [`D1,${member},basic.capital,${capital}`, `D1,${member},basic.record,${record}`];
  }),
);
