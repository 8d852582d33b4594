/** The checks of resources/spec/bundle.md by their numbers, in the order in which they are printed. */
export const checkNumbers: readonly string[] = [
  '1A 1B 1C 2A 2B 2C 2D 3A 3B 3C 4A 4B 4C 4D 4E 5A 5B 5C 5D 5E 5F 6A 6B 6C 7A 7B 7C',
  '8A 8B 8C 9A 9B 9C 9D 9E 9F 10A 10B 10C 10D 10E',
]
  .join(' ')
  .split(' ');

/** One thing that is wrong: a short word for what, and where (a part or a person and an application). */
export interface Failure {
  readonly reason: string;
  readonly place: string;
}

export interface BundleLine {
  readonly number: string;
  readonly state: 'good' | 'bad' | 'not-judged';
  readonly failures: readonly Failure[];
}

/** Collects every failure, and which checks could be made at all. */
export class Judgement {
  readonly #failures = new Map<string, Failure[]>();
  readonly #judged = new Set<string>();

  /** The check is made; without a later `fail` it passes. */
  judge(...numbers: readonly string[]): void {
    for (const number of numbers) this.#judged.add(number);
  }

  fail(number: string, reason: string, place = ''): void {
    this.#judged.add(number);
    this.#failures.set(number, [...(this.#failures.get(number) ?? []), { reason, place }]);
  }

  /** Judges and fails in one: nothing is said when `holds`. */
  require(holds: boolean, number: string, reason: string, place = ''): void {
    this.judge(number);
    if (!holds) this.fail(number, reason, place);
  }

  lines(): readonly BundleLine[] {
    return checkNumbers.map((number) => {
      const failures = this.#failures.get(number) ?? [];
      const state = failures.length > 0 ? 'bad' : this.#judged.has(number) ? 'good' : 'not-judged';
      return { number, state, failures };
    });
  }
}
