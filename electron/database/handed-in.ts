import type { ReadDb } from './access.ts';
import type { OpenedSheetRow } from './opened-sheets.ts';
import type { SheetBlobRow } from './sheets.ts';

/** Everything that was handed in, also of seats and applications that left: what a result bundle carries. */
export interface HandedInRows {
  readonly envelopes: readonly Pick<SheetBlobRow, 'seat_id' | 'dossier_id' | 'seq' | 'envelope'>[];
  readonly conflicts: readonly Pick<SheetBlobRow, 'seat_id' | 'dossier_id' | 'seq' | 'envelope'>[];
  readonly opened: readonly OpenedSheetRow[];
  readonly receipts: readonly {
    readonly seat_id: string;
    readonly dossier_id: string;
    readonly seq: number;
    readonly jws: string;
  }[];
  readonly absences: readonly {
    readonly seat_id: string;
    readonly dossier_id: string;
    readonly jws: string;
  }[];
  /** Sealed entries of paper sheets as they lay there before the opening. */
  readonly typed: readonly {
    readonly seat_id: string;
    readonly dossier_id: string;
    readonly sealed: Uint8Array;
  }[];
}

export function handedInOf(db: ReadDb, reviewId: string): HandedInRows {
  return {
    envelopes: db.all('SELECT * FROM sheet_blob WHERE review_id = ? ORDER BY rowid', reviewId),
    conflicts: db.all('SELECT * FROM conflicting_sheet WHERE review_id = ? ORDER BY rowid', reviewId),
    opened: db.all('SELECT * FROM opened_sheet WHERE review_id = ? ORDER BY rowid', reviewId),
    receipts: db.all('SELECT * FROM receipt WHERE review_id = ? ORDER BY rowid', reviewId),
    absences: db.all(
      'SELECT a.* FROM absence a JOIN seat s ON s.id = a.seat_id WHERE s.review_id = ? ORDER BY a.rowid',
      reviewId,
    ),
    typed: db.all(
      'SELECT e.* FROM paper_entry e JOIN seat s ON s.id = e.seat_id WHERE s.review_id = ? ORDER BY e.rowid',
      reviewId,
    ),
  };
}
