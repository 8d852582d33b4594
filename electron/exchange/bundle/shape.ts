/** Shapes of the bundle's payloads: the keys of an object in their order, none missing, none more. */
export interface Shape<Value> {
  readonly fits: (value: unknown) => value is Value;
}

export type ShapeOf<One> = One extends Shape<infer Value> ? Value : never;

function shape<Value>(test: (value: unknown) => boolean): Shape<Value> {
  return { fits: (value): value is Value => test(value) };
}

export const text = shape<string>((value) => typeof value === 'string');
export const flag = shape<boolean>((value) => typeof value === 'boolean');
export const integer = shape<number>((value) => Number.isSafeInteger(value));
export const count = shape<number>((value) => Number.isSafeInteger(value) && Number(value) >= 0);
/** SHA-256, 64 lower-case hex digits. */
export const hash = shape<string>((value) => typeof value === 'string' && /^[0-9a-f]{64}$/u.test(value));

export function only<const Value extends string | number | null>(...values: readonly Value[]): Shape<Value> {
  return shape((value) => values.some((one) => one === value));
}

export function maybe<Value>(inner: Shape<Value>): Shape<Value | null> {
  return shape((value) => value === null || inner.fits(value));
}

export function list<Value>(inner: Shape<Value>): Shape<readonly Value[]> {
  return shape((value) => Array.isArray(value) && value.every((one) => inner.fits(one)));
}

/** A list of exactly two. */
export function pair<Left, Right>(left: Shape<Left>, right: Shape<Right>): Shape<readonly [Left, Right]> {
  return shape(
    (value) => Array.isArray(value) && value.length === 2 && left.fits(value[0]) && right.fits(value[1]),
  );
}

/** Any keys in any order. */
export function map<Value>(inner: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return shape((value) => isObject(value) && Object.values(value).every((one) => inner.fits(one)));
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type ObjectOf<Given extends Fields> = { readonly [Key in keyof Given]: ShapeOf<Given[Key]> };

/** Exactly these keys in this order. */
export function fields<const Given extends Fields>(given: Given): Shape<ObjectOf<Given>> {
  const keys = Object.keys(given).join('\n');
  return shape((value) => isObject(value) && Object.keys(value).join('\n') === keys && holds(given, value));
}

/** At least these keys, in any order. */
export function open<const Given extends Fields>(given: Given): Shape<ObjectOf<Given>> {
  return shape((value) => isObject(value) && holds(given, value));
}

function holds(given: Fields, value: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(given).every(([key, inner]) => Object.hasOwn(value, key) && inner.fits(value[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
