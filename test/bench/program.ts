import { spawn } from 'node:child_process';

/** What a program that was run to its end cost. */
export interface Cost {
  /** From the start of the process to its end. */
  readonly milliseconds: number;
  readonly output: string;
}

/**
 * Runs a script of Node as a fresh process: the same Node as ours.
 * @throws Error with what it said when it ends with anything but 0
 */
export function runNode(words: readonly string[]): Promise<Cost> {
  const start = performance.now();
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => said.push(part));
  child.stderr.on('data', (part: Buffer) => errors.push(part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const milliseconds = performance.now() - start;
      if (code === 0) resolve({ milliseconds, output: Buffer.concat(said).toString('utf8') });
      else reject(new Error(`${words.join(' ')} ended with ${code}: ${Buffer.concat(errors).toString()}`));
    });
  });
}

/** Milliseconds from the start of a fresh Node until it writes its first line; then it ends by itself. */
export async function millisecondsToFirstWord(words: readonly string[]): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const first = await new Promise<number>((resolve) => {
    child.stdout.once('data', () => resolve(performance.now() - start));
    void ended.then(() => resolve(Number.NaN));
  });
  const code = await ended;
  if (code !== 0 || Number.isNaN(first)) throw new Error(`${words.join(' ')} ended with ${String(code)}`);
  return first;
}

/** Peak memory of a script of Node that is run to its end, in megabytes. */
export async function peakMegabytes(words: readonly string[]): Promise<number> {
  const hook = "process.on('exit', () => console.log(`\\n${process.resourceUsage().maxRSS}`))";
  const { output } = await runNode([
    '--import',
    `data:text/javascript,${encodeURIComponent(hook)}`,
    ...words,
  ]);
  return Number(output.trimEnd().split('\n').at(-1)) / 1024;
}
