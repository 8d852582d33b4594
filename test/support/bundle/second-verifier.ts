import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Case } from './corpus.ts';

const script = join(import.meta.dirname, '..', '..', 'exchange', 'second-verifier', 'verify.py');

/** The one check that the second verifier leaves to readers of PDF files. */
export const NOT_JUDGED = '10E';

export interface Verdict {
  readonly status: number;
  readonly failed: readonly string[];
}

export function hasPython(): boolean {
  return spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;
}

/** One running second verifier; it remembers signatures that it has checked. */
export class SecondVerifier {
  readonly #folder = mkdtempSync(join(tmpdir(), 'paneldesk-bundles-'));
  readonly #child: ChildProcessWithoutNullStreams = spawn('python3', ['-B', script, '--batch']);
  readonly #lines: Interface = createInterface({ input: this.#child.stdout });
  readonly #answers: AsyncIterator<string> = this.#lines[Symbol.asyncIterator]();
  #errors = '';

  constructor() {
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#errors += chunk.toString()));
  }

  /** @throws Error with what Python printed when it broke off */
  async judge({ bytes, pin }: Case): Promise<Verdict> {
    const path = join(this.#folder, 'one.bundle');
    writeFileSync(path, bytes);
    this.#child.stdin.write(`${path}\t${pin}\n`);
    const { done, value } = await this.#answers.next();
    if (done === true) throw new Error(`second verifier: ${this.#errors}`);
    return JSON.parse(value) as Verdict;
  }

  close(): void {
    this.#child.stdin.end();
    this.#lines.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Why two verdicts aren't one; null when they are, the unjudged check aside. */
export function disagreement(name: string, ours: Verdict, theirs: Verdict): string | null {
  const judged = ours.failed.filter((number) => number !== NOT_JUDGED);
  const status = ours.status === 1 && judged.length === 0 ? 0 : ours.status;
  if (status === theirs.status && judged.join() === theirs.failed.join()) return null;
  return `${name}: ours ${ours.status} ${judged.join(' ')}, theirs ${theirs.status} ${theirs.failed.join(' ')}`;
}
