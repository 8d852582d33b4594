import type { ReadDb, WriteDb } from './access.ts';

/** `age1…` of a dossier's files; undefined before its first one. */
export function vaultOf(db: ReadDb, dossierId: string): string | undefined {
  return db.first<{ recipient: string }>('SELECT recipient FROM vault WHERE dossier_id = ?', dossierId)
    ?.recipient;
}

export function insertVault(db: WriteDb, dossierId: string, recipient: string, nowMs: number): void {
  db.run('INSERT INTO vault VALUES (?, ?, ?)', dossierId, recipient, nowMs);
}

/** The dossier's key sealed to one reader (`age1…`). */
export function shareOf(db: ReadDb, dossierId: string, reader: string): Uint8Array | undefined {
  return db.first<{ sealed: Uint8Array }>(
    'SELECT sealed FROM vault_share WHERE dossier_id = ? AND reader = ?',
    dossierId,
    reader,
  )?.sealed;
}

export function insertShare(
  db: WriteDb,
  row: { readonly dossier_id: string; readonly reader: string; readonly sealed: Uint8Array },
  nowMs: number,
): void {
  db.run(
    'INSERT INTO vault_share VALUES (?, ?, ?, ?) ON CONFLICT (dossier_id, reader) DO NOTHING',
    row.dossier_id,
    row.reader,
    row.sealed,
    nowMs,
  );
}

export function dropShare(db: WriteDb, dossierId: string, reader: string): void {
  db.run('DELETE FROM vault_share WHERE dossier_id = ? AND reader = ?', dossierId, reader);
}

export interface MissingShare {
  readonly dossier_id: string;
  /** `age1…` of the dossier's vault. */
  readonly vault: string;
  /** `age1…` of whom the share is for. */
  readonly reader: string;
}

/**
 * Joins the profiles of who may read the files of dossier `d`: every office seat, and every member who
 * declared the conflicts and isn't recused from it. Who unlocks on another laptop needs no share here.
 */
const mayRead = `JOIN seat s ON s.review_id = d.review_id AND s.left_ms IS NULL
       AND (s.role <> 'member' OR (s.declared_ms IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM recusal r WHERE r.seat_id = s.id AND r.dossier_id = d.id)))
     JOIN profile f ON f.person_id = s.person_id AND f.retired_ms IS NULL AND f.place = 'here'`;

/** Shares that people who may read lack, of dossiers whose key this holder (`age1…`) has. */
export function missingShares(db: ReadDb, holder: string): MissingShare[] {
  return db.all<MissingShare>(
    `SELECT DISTINCT v.dossier_id, v.recipient AS vault, f.recipient AS reader
     FROM vault_share own JOIN vault v ON v.dossier_id = own.dossier_id
     JOIN dossier d ON d.id = v.dossier_id
     ${mayRead}
     WHERE own.reader = ?
       AND NOT EXISTS (SELECT 1 FROM vault_share h WHERE h.dossier_id = v.dossier_id AND h.reader = f.recipient)`,
    holder,
  );
}

/** Recipients (`age1…`) of everybody who may read a dossier's files now: as `missingShares`. */
export function readersOf(db: ReadDb, dossierId: string): string[] {
  return db
    .all<{ recipient: string }>(`SELECT f.recipient FROM dossier d ${mayRead} WHERE d.id = ?`, dossierId)
    .map(({ recipient }) => recipient);
}
