/**
 * A second implementation of the draw for tests only, written from resources/spec/draw.md without a look at
 * shared/domain: bytes are joined by hand, and the smallest key is picked again and again instead of sorting.
 */
import { createHash } from 'node:crypto';

export interface SecondDraw {
  readonly field: string;
  readonly drawn: readonly string[];
  readonly substitutes: readonly string[];
}

export function secondDraw(
  seed: string,
  pool: readonly { readonly id: string; readonly field: string }[],
  quotas: readonly { readonly field: string; readonly quota: number }[],
  excluded: readonly string[],
): readonly SecondDraw[] {
  const waiting = [...quotas];
  const result: SecondDraw[] = [];
  while (waiting.length > 0) {
    const [next] = waiting.splice(smallest(waiting.map(({ field }) => Buffer.from(field))), 1);
    const field = next?.field ?? '';
    const left = pool.filter((one) => one.field === field && !excluded.includes(one.id));
    const order: string[] = [];
    while (left.length > 0) {
      const keys = left.map(({ id }) => Buffer.concat([digest(seed, field, id), Buffer.from(id)]));
      order.push(...left.splice(smallest(keys), 1).map(({ id }) => id));
    }
    const quota = next?.quota ?? 0;
    result.push({ field, drawn: order.slice(0, quota), substitutes: order.slice(quota) });
  }
  return result;
}

function digest(seed: string, field: string, id: string): Buffer {
  const hash = createHash('sha256');
  for (const [index, part] of ['paneldesk-draw-1', seed, field, id].entries()) {
    if (index > 0) hash.update(Buffer.from([0x0a]));
    hash.update(Buffer.from(part, 'utf8'));
  }
  return hash.digest();
}

function smallest(keys: readonly Buffer[]): number {
  let found = 0;
  for (const [index, key] of keys.entries()) {
    if (Buffer.compare(key, keys[found] ?? key) < 0) found = index;
  }
  return found;
}
