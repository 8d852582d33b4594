/** `panel tally`: the independent recount of shared/tally-format, without the application's database. */
import { parseArgs } from 'node:util';
import process from 'node:process';
import { createText } from '../../shared/text/index.ts';
import { tally } from '../../shared/domain/tally.ts';
import { chosenLanguage } from './chosen-language.ts';
import { readTallyInput, type TallyFiles } from './tally-input.ts';
import { showJson, showTable } from './tally-output.ts';

const USAGE = `Usage: npm run -s panel -- tally --scheme scheme.json --sheets sheets.csv
         [--review review.json] [--format json|table]

Recomputes scores and ranks from a scheme (评分办法) and the sheets (评分表).
Exit status: 0 good, 2 input refused or unreadable, 1 anything else.
`;

interface Options extends TallyFiles {
  readonly format: 'json' | 'table';
}

/** Answers the exit status; every defect of every file goes to standard error in one run. */
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
  const input = await readTallyInput(options, createText(chosenLanguage()));
  if (!input.ok) {
    process.stderr.write(`${input.lines.join('\n')}\n`);
    return 2;
  }
  const result = tally(input.tally);
  const { rounding } = input.tally.scheme.rules;
  process.stdout.write(
    options.format === 'json' ? showJson(result, input.hash) : showTable(result, rounding),
  );
  return 0;
}

/** The options, or the sentence that says what is wrong with them. */
function readOptions(args: string[]): Options | string {
  const text = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args,
      options: { scheme: text, sheets: text, review: text, format: text },
    });
    const twice = Object.entries(values).find(([, list]) => list.length > 1);
    if (twice !== undefined) return `Option --${twice[0]} is given twice.`;
    const [scheme, sheets, review] = [values.scheme?.[0], values.sheets?.[0], values.review?.[0]];
    if (scheme === undefined) return 'Option --scheme is missing.';
    if (sheets === undefined) return 'Option --sheets is missing.';
    const format = values.format?.[0] ?? 'json';
    if (format !== 'json' && format !== 'table') return `Unknown format ${format}: json or table.`;
    return { scheme, sheets, review: review ?? null, format };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
