/** `panel draw`: a repeatable random draw of experts from a pool; the algorithm is resources/spec/draw.md. */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import process from 'node:process';
import { draw, drawProblems, type DrawResult } from '../../shared/domain/draw.ts';
import { createText, type Text } from '../../shared/text/index.ts';
import { chosenLanguage } from './chosen-language.ts';
import { describeDefects } from './describe-defects.ts';
import { readDraw, type DrawFiles, type ReadDraw } from './draw-input.ts';
import { tableText } from './table-text.ts';

const USAGE = `Usage: npm run -s panel -- draw --pool pool.csv --quotas "财务:1,物流:2" --seed SEED
         [--exclude exclude.csv] [--format json|table]

Draws experts (行业专家) by field at random, so that anybody with the seed can repeat it.
pool.csv has the columns id, field and, if wanted, name; exclude.csv id and, if wanted, reason.
Exit status: 0 good, 2 input refused or unreadable, 1 anything else.
`;

interface Options extends DrawFiles {
  readonly quotas: string;
  readonly seed: string;
  readonly format: 'json' | 'table';
}

/** Answers the exit status; every defect of every input goes to standard error in one run. */
export async function run(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(USAGE);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n\n${USAGE}`);
    return 2;
  }
  const read = await readDraw(options, options.quotas, options.seed);
  const lines = refusals(options, read, createText(chosenLanguage()));
  const outcome = lines.length > 0 ? null : draw(read.input, sha256);
  if (outcome === null || !outcome.ok) {
    process.stderr.write(`${lines.join('\n')}\n`);
    return 2;
  }
  process.stdout.write(
    options.format === 'json' ? showJson(outcome.draw, read) : showTable(outcome.draw, read),
  );
  return 0;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function refusals(options: Options, read: ReadDraw, words: Text): readonly string[] {
  const own = drawProblems(read.input).map((problem) => ({
    part: problem.path.split('.')[0],
    line: read.lineOf(problem),
    reason: problem.reason,
    values: problem.values,
  }));
  const of = (...parts: readonly string[]) => own.filter(({ part }) => parts.includes(part ?? ''));
  // Without a readable pool every quota and exclusion would look wrong, and a misspelt quota like none at all.
  const poolRead = !read.poolDefects.some(({ reason }) => /^file-|^csv-column/u.test(reason));
  const quotas = (poolRead ? of('quotas') : []).filter(
    ({ reason }) => reason !== 'draw-no-quota' || read.quotaDefects.length === 0,
  );
  return [
    ...describeDefects('--seed', of('seed'), words),
    ...describeDefects(options.pool, [...read.poolDefects, ...of('pool')], words),
    ...describeDefects(
      options.exclude ?? '',
      [...read.excludeDefects, ...(poolRead ? of('excluded') : [])],
      words,
    ),
    ...describeDefects('--quotas', [...read.quotaDefects, ...quotas], words),
  ];
}

/** The record of the draw, with the hashes of the files it was made from. */
function showJson(result: DrawResult, { poolHash, excludeHash }: ReadDraw): string {
  const exclude = excludeHash === null ? null : `sha256:${excludeHash}`;
  return `${JSON.stringify({ ...result, pool: `sha256:${poolHash}`, exclude }, null, 2)}\n`;
}

function showTable({ fields }: DrawResult, { names }: ReadDraw): string {
  const rows = fields.flatMap(({ field, drawn, substitutes, excluded }) => [
    ...drawn.map(({ id, digest }, index) => [field, `${index + 1}`, id, names.get(id) ?? '', digest]),
    ...substitutes.map(({ id, digest }, index) => [field, `+${index + 1}`, id, names.get(id) ?? '', digest]),
    ...excluded.map((id) => [field, '-', id, names.get(id) ?? '', '']),
  ]);
  return tableText([['field', 'place', 'id', 'name', 'digest'], ...rows]);
}

/** The options, or the sentence that says what is wrong with them. */
function readOptions(args: string[]): Options | string {
  const text = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { pool: text, quotas: text, seed: text, exclude: text, format: text },
    });
    const twice = Object.entries(values).find(([, list]) => list.length > 1);
    if (twice !== undefined) return `Option --${twice[0]} is given twice.`;
    const [pool, quotas, seed] = [values.pool?.[0], values.quotas?.[0], values.seed?.[0]];
    if (pool === undefined) return 'Option --pool is missing.';
    if (quotas === undefined) return 'Option --quotas is missing.';
    if (seed === undefined) return 'Option --seed is missing.';
    const format = values.format?.[0] ?? 'json';
    if (format !== 'json' && format !== 'table') return `Unknown format ${format}: json or table.`;
    return { pool, quotas, seed, exclude: values.exclude?.[0] ?? null, format };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
