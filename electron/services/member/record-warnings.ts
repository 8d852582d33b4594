import type { WitnessedHead } from '../../database/witnessed-heads.ts';

export interface RecordWarning {
  /** `fork`: two different records of one length. `rollback`: a later letter with a shorter record. */
  readonly kind: 'fork' | 'rollback';
  /** Entries that this laptop had seen. */
  readonly seen: number;
  /** Entries told afterwards. */
  readonly told: number;
}

/**
 * What this laptop can tell by itself of the office's record: whether two ends contradict each other. That a
 * longer record really goes on from a shorter one is checked by the office against what members' letters carry
 * back, and in the end with the result bundle, which holds every entry.
 */
export function recordWarnings(heads: readonly WitnessedHead[]): RecordWarning[] {
  const warnings: RecordWarning[] = [];
  const known = new Map<number, string>();
  for (const { size, head } of heads) {
    const before = known.get(size);
    if (before !== undefined && before !== head) warnings.push({ kind: 'fork', seen: size, told: size });
    known.set(size, head);
  }
  let longest = 0;
  // Letter 0: ends that stand in receipts, which may travel again later.
  for (const { size } of heads.filter(({ letter }) => letter > 0)) {
    if (size < longest) warnings.push({ kind: 'rollback', seen: longest, told: size });
    longest = Math.max(longest, size);
  }
  return warnings;
}
