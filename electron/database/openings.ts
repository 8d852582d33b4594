import type { WriteDb } from './access.ts';

export interface NewOpenedSheet {
  readonly reviewId: string;
  readonly seatId: string;
  readonly dossierId: string;
  readonly seq: number;
  readonly source: 'laptop' | 'paper';
  readonly jws: string;
  /** The other typist's entry, for a paper sheet. */
  readonly secondJws: string | null;
  readonly payloadHash: string;
  readonly envelopeHash: string | null;
  /** item id → whole hundredths, one row for every item of the scheme. */
  readonly hundredths: Readonly<Record<string, number>>;
}

export function insertOpening(
  db: WriteDb,
  row: {
    reviewId: string;
    secretaryId: string;
    keeperSeatId: string;
    openedMs: number;
    witnesses: readonly string[];
  },
): void {
  db.run(
    'INSERT INTO opening VALUES (?, ?, ?, ?, ?)',
    row.reviewId,
    row.secretaryId,
    row.keeperSeatId,
    row.openedMs,
    JSON.stringify(row.witnesses),
  );
}

/** Writes the projection of one signed sheet; the trigger refuses a score over its cap. */
export function insertOpenedSheet(db: WriteDb, sheet: NewOpenedSheet): void {
  const { reviewId, seatId, dossierId } = sheet;
  db.run(
    'INSERT INTO opened_sheet VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    reviewId,
    seatId,
    dossierId,
    sheet.seq,
    sheet.source,
    sheet.jws,
    sheet.secondJws,
    sheet.payloadHash,
    sheet.envelopeHash,
  );
  for (const [itemId, hundredths] of Object.entries(sheet.hundredths)) {
    db.run(
      'INSERT INTO score VALUES (?, ?, ?, ?, ?, ?)',
      reviewId,
      seatId,
      dossierId,
      sheet.seq,
      itemId,
      hundredths,
    );
  }
}
