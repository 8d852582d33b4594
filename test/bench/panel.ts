import { hundredths } from '../../shared/domain/decimal.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import type { Sheet } from '../../shared/domain/sheet.ts';

export const memberCount = 15;
export const itemCount = 40;
const categoryCount = 8;

/** 8 categories of 5 items with cap 2.5: 100 points, plain mean, half up, exact ranks. */
export function benchScheme(): Scheme {
  const categories = Array.from({ length: categoryCount }, (_, category) => ({
    id: `c${category}`,
    name: `示例类别${category}`,
    cap: '12.5',
    items: Array.from({ length: itemCount / categoryCount }, (__, item) => ({
      id: `c${category}.i${item}`,
      name: `示例评分项${category}.${item}`,
      cap: '2.5',
    })),
  }));
  return { title: '示例评分办法', total: '100', categories, tally: { aggregate: 'mean', ties: ['shared'] } };
}

/** A score that differs from cell to cell, in hundredths, 0–250. */
export function scoreAt(dossier: number, member: number, item: number): number {
  return (Math.imul(dossier * 613 + member * 37 + item * 101 + 7, 2_654_435) >>> 8) % 251;
}

export function dossierId(index: number): string {
  return `D${index}`;
}

export function memberId(index: number): string {
  return `M${index}`;
}

/** Complete sheets of so many dossiers. */
export function benchSheets(dossiers: number): Sheet[] {
  return Array.from({ length: dossiers * memberCount }, (_, place) => {
    const [dossier, member] = [Math.floor(place / memberCount), place % memberCount];
    const scores = Array.from({ length: itemCount }, (__, item) =>
      hundredths(scoreAt(dossier, member, item)),
    );
    return { dossier: dossierId(dossier), member: memberId(member), scores };
  });
}
