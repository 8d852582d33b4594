import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fraction, type Fraction } from '../../shared/domain/fraction.ts';

const folder = join(import.meta.dirname, '../cases');

/** The cases of one fixture of test/cases (sources and licences in its README). `Case` states what it looks like. */
export function readCases<Case>(name: string): readonly Case[] {
  const file = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
    readonly cases: readonly Case[];
  };
  return file.cases;
}

/** Rows of a fixture without quoted commas beyond the last column, header left out. */
export function readRows(name: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(join(folder, `${name}.csv`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => line.split(','));
}

/** Any decimal text or JSON number as an exact fraction, sign and many decimals included. */
export function decimal(text: string | number): Fraction {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+)|)$/u.exec(String(text));
  if (match === null) throw new Error(`not a decimal: ${text}`);
  const [, sign = '', whole = '', decimals = ''] = match;
  return fraction(BigInt(`${sign}${whole}${decimals}`), 10n ** BigInt(decimals.length));
}
