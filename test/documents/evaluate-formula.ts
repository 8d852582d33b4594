/** A small evaluator of workbook formulas, written for the tests and knowing nothing of how they are made. */
export type Value = number | string | boolean | null;
/** Reads the cells of a sheet by address; `null` sheet is the formula's own. */
export type ReadCells = (sheet: string | null, from: string, to: string) => Value[];

type Token = { readonly kind: 'number' | 'text' | 'name' | 'sign'; readonly text: string };

/** One token at a time; the first that fits counts. */
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /[\d.]+/uy],
  ['text', /"[^"]*"/uy],
  ['name', /[\p{L}$][\p{L}\d$]*/uy],
  ['sign', /<=|>=|<>|[-+*/(),:!<>=]/uy],
];

function tokensOf(formula: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < formula.length) {
    const found = tokenAt(formula, position);
    if (found === null) throw new Error(`unreadable formula: ${formula}`);
    position += found.text.length;
    tokens.push(found.kind === 'text' ? { ...found, text: found.text.slice(1, -1) } : found);
  }
  return tokens;
}

function tokenAt(formula: string, position: number): Token | null {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = position;
    const text = pattern.exec(formula)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return null;
}

/** Excel rounds what it shows with fifteen digits, half away from zero. */
function roundLikeExcel(value: number, places: number): number {
  const shifted = Number((value * 10 ** places).toPrecision(15));
  return (Math.sign(shifted) * Math.floor(Math.abs(shifted) + 0.5)) / 10 ** places;
}

function numbers(values: readonly Value[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

const sorted = (values: readonly Value[]): number[] => numbers(values).toSorted((a, b) => a - b);
const total = (values: readonly Value[]): number => numbers(values).reduce((sum, value) => sum + value, 0);

type Argument = readonly Value[];
const single = (argument: Argument | undefined): Value => argument?.[0] ?? null;
const numeric = (argument: Argument | undefined): number => Number(single(argument) ?? 0);

const functions: Readonly<Record<string, (...given: Argument[]) => Value>> = {
  IF: (condition, yes, no) => single(single(condition) === true ? yes : no),
  COUNT: (...given) => numbers(given.flat()).length,
  SUM: (...given) => total(given.flat()),
  AVERAGE: (...given) => total(given.flat()) / numbers(given.flat()).length,
  MEDIAN: (...given) => {
    const values = sorted(given.flat());
    const middle = values.length / 2;
    return ((values[Math.ceil(middle) - 1] ?? NaN) + (values[Math.floor(middle)] ?? NaN)) / 2;
  },
  LARGE: (range = [], place) => sorted(range).at(-numeric(place)) ?? NaN,
  SMALL: (range = [], place) => sorted(range).at(numeric(place) - 1) ?? NaN,
  ROUND: (value, places) => roundLikeExcel(numeric(value), numeric(places)),
  INT: (value) => Math.floor(numeric(value)),
  ABS: (value) => Math.abs(numeric(value)),
  RANK: (value, range = []) => numbers(range).filter((other) => other > numeric(value)).length + 1,
  AVERAGEIFS: (range = [], states = [], criterion) => {
    const word = String(single(criterion)).replace('<>*', '').replace('*', '');
    const kept = range.filter((_, index) => !String(states[index] ?? '').includes(word));
    return total(kept) / numbers(kept).length;
  },
};

/** Works out one formula, without the leading `=`. */
export function evaluate(formula: string, read: ReadCells): Value {
  const tokens = tokensOf(formula);
  let position = 0;
  const peek = (): string => tokens[position]?.text ?? '';
  const take = (): Token => {
    const token = tokens[position];
    if (token === undefined) throw new Error(`formula ends early: ${formula}`);
    position += 1;
    return token;
  };
  const accept = (text: string): boolean => {
    const found = tokens[position]?.kind === 'sign' && peek() === text;
    if (found) position += 1;
    return found;
  };

  function binary(
    signs: readonly string[],
    next: () => Argument,
    apply: (sign: string, left: Value, right: Value) => Value,
  ) {
    let left = next();
    while (tokens[position]?.kind === 'sign' && signs.includes(peek())) {
      const { text } = take();
      left = [apply(text, single(left), single(next()))];
    }
    return left;
  }
  const compare = (): Argument =>
    binary(['=', '<>', '<', '>', '<=', '>='], sum, (sign, left, right) => {
      if (sign === '=') return left === right;
      if (sign === '<>') return left !== right;
      const [one, other] = [Number(left), Number(right)];
      return sign === '<'
        ? one < other
        : sign === '>'
          ? one > other
          : sign === '<='
            ? one <= other
            : one >= other;
    });
  const sum = (): Argument =>
    binary(
      ['+', '-'],
      product,
      (sign, left, right) => Number(left) + (sign === '+' ? 1 : -1) * Number(right),
    );
  const product = (): Argument =>
    binary(['*', '/'], unary, (sign, left, right) =>
      sign === '*' ? Number(left) * Number(right) : Number(left) / Number(right),
    );
  const unary = (): Argument => (accept('-') ? [-Number(single(unary()))] : atom());

  function atom(): Argument {
    if (accept('(')) {
      const inside = compare();
      if (!accept(')')) throw new Error(`missing ) in ${formula}`);
      return inside;
    }
    const token = take();
    if (token.kind === 'number') return [Number(token.text)];
    if (token.kind === 'text') return [token.text];
    if (token.kind !== 'name') throw new Error(`unexpected ${token.text} in ${formula}`);
    if (accept('(')) return [apply(token.text)];
    const sheet = accept('!') ? token.text : null;
    const from = sheet === null ? token.text : take().text;
    const to = accept(':') ? take().text : from;
    return read(sheet, from.replaceAll('$', ''), to.replaceAll('$', ''));
  }

  function apply(name: string): Value {
    const given: Argument[] = [];
    if (!accept(')')) {
      do given.push(compare());
      while (accept(','));
      if (!accept(')')) throw new Error(`missing ) in ${formula}`);
    }
    const known = functions[name];
    if (known === undefined) throw new Error(`unknown function ${name}`);
    return known(...given);
  }

  const result = compare();
  if (position < tokens.length) throw new Error(`left over in ${formula}`);
  return single(result);
}
