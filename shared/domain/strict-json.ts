/**
 * JSON (RFC 8259) read strictly: a repeated key, a number that isn't a plain integer, half a surrogate pair
 * or text after the end is refused. Scores and caps travel as decimal strings, so no other number is needed.
 */
export interface JsonProblem {
  readonly reason: 'json-syntax' | 'json-repeated-key' | 'json-number' | 'json-depth' | 'json-half-character';
  readonly line: number;
  readonly column: number;
  readonly values: Readonly<Record<string, string>>;
}

/** `value` is undefined when reading had to stop; repeated keys and odd numbers are all collected. */
export interface StrictJson {
  readonly value: unknown;
  readonly problems: readonly JsonProblem[];
}

const DEEPEST = 100;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

/** Reads a whole text. Never throws. */
export function parseStrictJson(text: string): StrictJson {
  const reader = new Reader(text);
  try {
    const value = reader.readValue(0);
    reader.skipSpace();
    if (!reader.atEnd()) reader.stop('json-syntax');
    return { value, problems: reader.problems };
  } catch (error) {
    if (error instanceof Stop) return { value: undefined, problems: reader.problems };
    throw error;
  }
}

class Stop extends Error {}

class Reader {
  readonly problems: JsonProblem[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  skipSpace(): void {
    while (' \t\n\r'.includes(this.#text[this.#at] ?? 'x')) this.#at += 1;
  }

  stop(reason: JsonProblem['reason']): never {
    this.#note(reason, this.#at, { found: this.#text[this.#at] ?? '' });
    throw new Stop();
  }

  readValue(depth: number): unknown {
    if (depth > DEEPEST) this.stop('json-depth');
    this.skipSpace();
    const first = this.#text[this.#at] ?? '';
    if (first === '{') return this.#readObject(depth);
    if (first === '[') return this.#readArray(depth);
    if (first === '"') return this.#readString();
    if (first === '-' || (first >= '0' && first <= '9')) return this.#readNumber();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.stop('json-syntax');
  }

  #readObject(depth: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    this.#at += 1;
    this.skipSpace();
    if (this.#take('}')) return object;
    for (;;) {
      this.skipSpace();
      const start = this.#at;
      if (this.#text[start] !== '"') this.stop('json-syntax');
      const key = this.#readString();
      if (Object.hasOwn(object, key)) this.#note('json-repeated-key', start, { key });
      this.skipSpace();
      this.#expect(':');
      // Defined, not assigned: a key "__proto__" must stay visible as an unknown key.
      const value = this.readValue(depth + 1);
      Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
      this.skipSpace();
      if (this.#take('}')) return object;
      this.#expect(',');
    }
  }

  #readArray(depth: number): unknown[] {
    const array: unknown[] = [];
    this.#at += 1;
    this.skipSpace();
    if (this.#take(']')) return array;
    for (;;) {
      array.push(this.readValue(depth + 1));
      this.skipSpace();
      if (this.#take(']')) return array;
      this.#expect(',');
    }
  }

  #readString(): string {
    const start = this.#at;
    this.#at += 1;
    let result = '';
    for (;;) {
      const sign = this.#text[this.#at] ?? '';
      if (sign === '' || sign < ' ') this.stop('json-syntax');
      this.#at += 1;
      if (sign === '"') break;
      result += sign === '\\' ? this.#readEscape() : sign;
    }
    if (!result.isWellFormed()) this.#note('json-half-character', start, {});
    return result;
  }

  #readEscape(): string {
    const sign = this.#text[this.#at] ?? '';
    const hex = this.#text.slice(this.#at + 1, this.#at + 5);
    if (sign === 'u' && /^[0-9a-f]{4}$/iu.test(hex)) {
      this.#at += 5;
      return String.fromCharCode(Number.parseInt(hex, 16));
    }
    const plain = Object.hasOwn(ESCAPES, sign) ? ESCAPES[sign] : undefined;
    if (plain === undefined) this.stop('json-syntax');
    this.#at += 1;
    return plain;
  }

  #readNumber(): number {
    const start = this.#at;
    while (/[-+.0-9eE]/u.test(this.#text[this.#at] ?? '')) this.#at += 1;
    const text = this.#text.slice(start, this.#at);
    if (!/^(?:0|-?[1-9][0-9]{0,14})$/u.test(text)) this.#note('json-number', start, { text });
    return Number(text);
  }

  #take(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) this.stop('json-syntax');
  }

  #note(reason: JsonProblem['reason'], at: number, values: Readonly<Record<string, string>>): void {
    const before = this.#text.slice(0, at).split('\n');
    this.problems.push({ reason, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, values });
  }
}
