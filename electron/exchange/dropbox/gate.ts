export interface GateLimits {
  /** Wrong codes from one address before it must wait. */
  readonly tries: number;
  readonly blockMs: number;
  /** The answer to the first wrong code comes this late, to each further one twice as late. */
  readonly delayMs: number;
  /** Requests of one address in a row, and how many more each second. */
  readonly burst: number;
  readonly perSecond: number;
}

export const usualLimits: GateLimits = {
  tries: 5,
  blockMs: 5 * 60_000,
  delayMs: 250,
  burst: 240,
  perSecond: 20,
};

interface Visitor {
  wrong: number;
  blockedUntilMs: number;
  /** Requests that it may still make, and when that was counted. */
  left: number;
  countedMs: number;
}

const mostVisitors = 10_000;

/** Who may knock at the drop box: one record for each address of the network. */
export class Gate {
  readonly #limits: GateLimits;
  readonly #nowMs: () => number;
  readonly #visitors = new Map<string, Visitor>();

  constructor(limits: GateLimits, nowMs: () => number) {
    this.#limits = limits;
    this.#nowMs = nowMs;
  }

  /** False for an address that typed wrong codes too often or asks too much. */
  lets(address: string): boolean {
    const { burst, perSecond } = this.#limits;
    const visitor = this.#visitorOf(address);
    const nowMs = this.#nowMs();
    if (visitor.blockedUntilMs > nowMs) return false;
    // A clock that was set back gives nothing and takes nothing.
    const passed = Math.max(0, nowMs - visitor.countedMs) / 1000;
    visitor.left = Math.min(burst, visitor.left + passed * perSecond);
    visitor.countedMs = nowMs;
    if (visitor.left < 1) return false;
    visitor.left -= 1;
    return true;
  }

  /** Counts a wrong code; answers how long the reply is to be held back, in milliseconds. */
  wrong(address: string): number {
    const { tries, blockMs, delayMs } = this.#limits;
    const visitor = this.#visitorOf(address);
    visitor.wrong += 1;
    // Each further round of wrong codes costs twice as long, up to 32 times.
    const rounds = Math.floor(visitor.wrong / tries);
    if (visitor.wrong % tries === 0)
      visitor.blockedUntilMs = this.#nowMs() + blockMs * 2 ** Math.min(rounds - 1, 5);
    return delayMs * 2 ** ((visitor.wrong - 1) % tries);
  }

  right(address: string): void {
    this.#visitorOf(address).wrong = 0;
  }

  /** Addresses that must wait now. */
  blocked(): number {
    const nowMs = this.#nowMs();
    return [...this.#visitors.values()].filter(({ blockedUntilMs }) => blockedUntilMs > nowMs).length;
  }

  #visitorOf(address: string): Visitor {
    const known = this.#visitors.get(address);
    if (known !== undefined) return known;
    const [oldest] = this.#visitors.keys();
    if (this.#visitors.size >= mostVisitors && oldest !== undefined) this.#visitors.delete(oldest);
    const visitor = { wrong: 0, blockedUntilMs: 0, left: this.#limits.burst, countedMs: this.#nowMs() };
    this.#visitors.set(address, visitor);
    return visitor;
  }
}
