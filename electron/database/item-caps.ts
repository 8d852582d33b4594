import { requireScheme } from '../../shared/domain/compile-scheme.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import type { WriteDb } from './access.ts';

/** Writes the caps of the frozen scheme's items, which the trigger on `score` compares with. */
export function insertItemCaps(db: WriteDb, reviewId: string, scheme: Scheme): void {
  for (const item of requireScheme(scheme).items) {
    db.run('INSERT INTO item_cap (review_id, item_id, cap) VALUES (?, ?, ?)', reviewId, item.id, item.cap);
  }
}
