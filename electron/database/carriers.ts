import type { CarrierSettings } from '../../shared/schema/exchange.ts';
import type { ReadDb, WriteDb } from './access.ts';

/** The carrier of a review, or that of the laptop (review ''), which reviews that come later use too. */
export function carrierOf(db: ReadDb, reviewId: string): CarrierSettings | null {
  const row = db.first<{ settings: string }>(
    "SELECT settings FROM carrier WHERE review_id IN (?, '') ORDER BY review_id DESC LIMIT 1",
    reviewId,
  );
  return row === undefined ? null : (JSON.parse(row.settings) as CarrierSettings);
}

export function setCarrier(db: WriteDb, reviewId: string, settings: CarrierSettings): void {
  db.run(
    'INSERT INTO carrier VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET kind = excluded.kind, settings = excluded.settings',
    reviewId,
    settings.kind,
    JSON.stringify(settings),
  );
}

export interface DropBoxRow {
  readonly review_id: string;
  /** 会场码: 16 digits in groups of four. */
  readonly code: string;
  readonly port: number;
}

export function dropBoxOf(db: ReadDb, reviewId: string): DropBoxRow | undefined {
  return db.first<DropBoxRow>('SELECT * FROM drop_box WHERE review_id = ?', reviewId);
}

export function setDropBox(db: WriteDb, { review_id, code, port }: DropBoxRow): void {
  db.run(
    'INSERT INTO drop_box VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET code = excluded.code, port = excluded.port',
    review_id,
    code,
    port,
  );
}
