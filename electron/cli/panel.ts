/** `npm run -s panel -- <command> …`: the command line. One line a command; nothing is loaded before it is called. */
import process from 'node:process';

/** A command answers its exit status: 0 good, 2 refused or unreadable input, 1 anything else. */
interface Command {
  readonly run: (args: string[]) => Promise<number>;
}

/** Each lives in a file of its name beside this one. */
const commands: Readonly<Record<string, string>> = {
  demo: 'drive the whole road on the sample review',
  draw: 'draw experts from a pool by a recorded seed',
  tally: 'recompute a result from a scheme and the sheets',
  verify: 'check a signed PDF or a result bundle',
};

async function load(name: string): Promise<Command> {
  const module: unknown = await import(`./${name}.ts`);
  if (isCommand(module)) return module;
  throw new Error(`electron/cli/${name}.ts has no run(args)`);
}

function isCommand(module: unknown): module is Command {
  return typeof module === 'object' && module !== null && 'run' in module && typeof module.run === 'function';
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, about]) => `  ${name.padEnd(8)} ${about}`);
  return [
    'Usage: npm run -s panel -- COMMAND [options]',
    '',
    ...lines,
    '',
    'COMMAND --help tells more.',
    '',
  ].join('\n');
}

async function main(args: string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === 'help') {
    process.stdout.write(usage());
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    process.stderr.write(usage());
    return 2;
  }
  const { run } = await load(name);
  return run(rest);
}

try {
  // Set, not exit(): a long answer to a pipe must reach its end.
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
