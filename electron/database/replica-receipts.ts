import type { ReadDb, WriteDb } from './access.ts';

/** What the office answered to one envelope of this laptop. */
export interface ReplicaReceiptRow {
  readonly seat_id: string;
  readonly dossier_id: string;
  readonly seq: number;
  /** Identity of the envelope. */
  readonly envelope: string;
  readonly outcome: 'received' | 'refused';
  /** Key of text subject `exchange`; empty for a receipt. */
  readonly reason: string;
  readonly details: string;
  /** The signed receipt; empty for a refusal. */
  readonly jws: string;
  readonly received_ms: number;
}

/** Every answer to sheets of one seat, in the order in which they came. */
export function receiptsOf(db: ReadDb, seatId: string): ReplicaReceiptRow[] {
  return db.all<ReplicaReceiptRow>('SELECT * FROM replica_receipt WHERE seat_id = ? ORDER BY rowid', seatId);
}

/** False when the same answer was kept before. */
export function insertReplicaReceipt(db: WriteDb, row: ReplicaReceiptRow): boolean {
  const changes = db.run(
    'INSERT INTO replica_receipt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    row.seat_id,
    row.dossier_id,
    row.seq,
    row.envelope,
    row.outcome,
    row.reason,
    row.details,
    row.jws,
    row.received_ms,
  );
  return changes === 1;
}
