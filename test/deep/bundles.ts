/** `node test/deep/bundles.ts [forged] [honest]`: forged bundles of every operator and honest ones, by both verifiers. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import {
  complaintOf,
  forgedCases,
  honestCases,
  operators,
  ourVerdict,
  reducedCase,
  type Case,
} from '../support/bundle/corpus.ts';
import type { HonestBundle } from '../support/bundle/make.ts';
import { disagreement, hasPython, SecondVerifier } from '../support/bundle/second-verifier.ts';

const [forgedEach = 100, honestCount = 500] = process.argv.slice(2).map(Number);
/** Forgeries are made from these many of the honest ones. */
const ATTACKED = 100;

const second = hasPython() ? new SecondVerifier() : null;
if (second === null) console.log('python3: not run');
const counts = { honest: 0, forged: 0, agreed: 0 };
const complaints: string[] = [];

async function judge(one: Case): Promise<void> {
  const complaint = complaintOf(one);
  if (complaint !== null) complaints.push(complaint);
  if (second === null) return;
  const difference = disagreement(one.name, ourVerdict(one), await second.judge(one));
  if (difference === null) counts.agreed += 1;
  else complaints.push(difference);
}

const attacked: HonestBundle[] = [];
for await (const one of honestCases(1, honestCount)) {
  await judge(one);
  await judge(await reducedCase(one));
  counts.honest += 2;
  if (attacked.length < ATTACKED) attacked.push(one);
}
console.log(`${counts.honest} honest bundles`);
for (const operator of operators) {
  for await (const one of forgedCases(operator, attacked, forgedEach)) {
    await judge(one);
    counts.forged += 1;
  }
  console.log(`${String(counts.forged).padStart(6)} forged: ${operator.name} (${operator.line})`);
}
second?.close();
const folder = join(import.meta.dirname, 'reports');
mkdirSync(folder, { recursive: true });
const report = {
  operators: operators.length,
  ...counts,
  secondVerifier: second === null ? 'not run' : 'agrees on all counted',
  complaints,
};
writeFileSync(join(folder, 'bundles.json'), `${JSON.stringify(report)}\n`);
for (const complaint of complaints.slice(0, 50)) console.log(complaint);
console.log(`${counts.honest + counts.forged - complaints.length} passed, ${complaints.length} failed`);
process.exitCode = complaints.length > 0 ? 1 : 0;
