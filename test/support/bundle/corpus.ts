import { verifyBundle, type BundleReport } from '../../../electron/exchange/bundle/verify-bundle.ts';
import { makeHonestBundle, type HonestBundle } from './make.ts';
import { Forgery, operators, type Operator } from './tamper/index.ts';

/** One file of the corpus with what it is and what must be said of it. */
export interface Case {
  readonly name: string;
  readonly bytes: Buffer;
  readonly pin: string;
  /** The check that must fail; null for an honest bundle, `2` for a file that can't be read. */
  readonly line: string | null;
}

/** Honest bundles of these seeds, made one after another. */
export async function* honestCases(first: number, count: number): AsyncGenerator<Case & HonestBundle> {
  for (let seed = first; seed < first + count; seed += 1) {
    const honest = await makeHonestBundle(seed);
    const pin = honest.story.authority.fingerprint;
    yield { ...honest, name: `honest ${seed}`, pin, line: null };
  }
}

/** What one applicant gets of an honest bundle. */
export async function reducedCase({ story, name, pin }: Case & HonestBundle): Promise<Case> {
  const forgery = new Forgery(story);
  forgery.reduce();
  return { name: `${name}, reduced`, bytes: await forgery.bytes(), pin, line: null };
}

/** Most honest bundles that are looked through for one that an operator can attack. */
const LONGEST_SEARCH = 60;

/** `count` forgeries by one operator, from honest bundles in turn. @throws Error when too few can be attacked */
export async function* forgedCases(
  operator: Operator,
  honest: readonly HonestBundle[],
  count: number,
): AsyncGenerator<Case> {
  let made = 0;
  for (let tried = 0; made < count; tried += 1) {
    const from = honest[tried % honest.length];
    if (from === undefined || tried > LONGEST_SEARCH * count)
      throw new Error(`nothing to attack: ${operator.name}`);
    const bytes = await operator.tamper(new Forgery(from.story));
    if (bytes === null) continue;
    made += 1;
    const pin = from.story.authority.fingerprint;
    yield { name: `${operator.name} ${made}`, bytes, pin, line: operator.line };
  }
}

/** What our verifier says of a case: exit status and the failed checks. */
export function ourVerdict({ bytes, pin }: Case): { status: number; failed: readonly string[] } {
  const report = verifyBundle(bytes, { authority: pin });
  return { status: statusOf(report), failed: failedOf(report) };
}

export function statusOf({ verdict }: BundleReport): number {
  return { valid: 0, invalid: 1, unreadable: 2 }[verdict];
}

export function failedOf({ lines }: BundleReport): readonly string[] {
  return lines.filter(({ state }) => state === 'bad').map(({ number }) => number);
}

/** Why a case isn't judged as it must be; null when it is. */
export function complaintOf(one: Case): string | null {
  const { status, failed } = ourVerdict(one);
  const said = `${one.name}: status ${status}, failed ${failed.join(' ')}`;
  if (one.line === null) return status === 0 ? null : said;
  if (one.line === '2') return status === 2 ? null : said;
  return status === 1 && failed.includes(one.line) ? null : `${said}, wanted ${one.line}`;
}

export { operators };
