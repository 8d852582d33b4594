import { AppError } from '../../shared/api/problem.ts';
import type { Conclusion } from '../../shared/schema/result.ts';
import { changedOne, type ReadDb, type WriteDb } from './access.ts';

export interface OpinionRow {
  readonly dossier_id: string;
  readonly conclusion: Conclusion | null;
  readonly text: string;
  readonly revision: number;
  readonly saved_ms: number;
}

export interface DissentRow {
  readonly seat_id: string;
  readonly name: string;
  readonly text: string;
  readonly saved_ms: number;
}

export function opinionsOf(db: ReadDb, reviewId: string): OpinionRow[] {
  return db.all<OpinionRow>(
    `SELECT o.* FROM opinion o JOIN dossier d ON d.id = o.dossier_id WHERE d.review_id = ? ORDER BY d.number`,
    reviewId,
  );
}

/**
 * Saves an opinion that was read at `revision` (0: none yet) and answers the new revision.
 * @throws AppError `stale` when somebody saved in between
 */
export function saveOpinion(
  db: WriteDb,
  dossierId: string,
  revision: number,
  opinion: { readonly conclusion: Conclusion | null; readonly text: string; readonly savedMs: number },
): number {
  const changed =
    revision === 0
      ? db.run(
          `INSERT INTO opinion (dossier_id, conclusion, text, revision, saved_ms) VALUES (?, ?, ?, 1, ?)
           ON CONFLICT (dossier_id) DO NOTHING`,
          dossierId,
          opinion.conclusion,
          opinion.text,
          opinion.savedMs,
        )
      : db.run(
          `UPDATE opinion SET conclusion = ?, text = ?, saved_ms = ?, revision = revision + 1
           WHERE dossier_id = ? AND revision = ?`,
          opinion.conclusion,
          opinion.text,
          opinion.savedMs,
          dossierId,
          revision,
        );
  if (changed === 0) throw new AppError('stale');
  return revision + 1;
}

/** 不同意见 of the seats in force, in the order of seating. */
export function dissentsOf(db: ReadDb, reviewId: string): DissentRow[] {
  return db.all<DissentRow>(
    `SELECT d.seat_id, p.name, d.text, d.saved_ms FROM dissent d JOIN seat s ON s.id = d.seat_id
     JOIN person p ON p.id = s.person_id WHERE s.review_id = ? AND s.left_ms IS NULL ORDER BY s.position`,
    reviewId,
  );
}

/** Writes a dissent; an empty text takes it back. */
export function saveDissent(db: WriteDb, seatId: string, text: string, savedMs: number): void {
  if (text === '') {
    db.run('DELETE FROM dissent WHERE seat_id = ?', seatId);
    return;
  }
  db.run(
    `INSERT INTO dissent (seat_id, text, saved_ms) VALUES (?, ?, ?)
     ON CONFLICT (seat_id) DO UPDATE SET text = excluded.text, saved_ms = excluded.saved_ms`,
    seatId,
    text,
    savedMs,
  );
}

/** The panel's decision on a proposed preference. */
export function decidePreference(db: WriteDb, dossierId: string, confirmed: boolean, reason: string): void {
  changedOne(
    db.run(
      'UPDATE dossier SET preference_confirmed = ?, preference_reason = ? WHERE id = ?',
      confirmed ? 1 : 0,
      reason,
      dossierId,
    ),
  );
}
