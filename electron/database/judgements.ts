import { changedOne, type ReadDb, type WriteDb } from './access.ts';

/** What a person decided about one eligibility condition of one dossier. */
export interface JudgementRow {
  readonly dossier_id: string;
  readonly condition_id: string;
  readonly outcome: 'met' | 'not-met';
  readonly reason: string;
  readonly person_id: string;
  readonly made_ms: number;
  /** Name of the person. */
  readonly name: string;
}

const select = 'SELECT j.*, p.name FROM judgement j JOIN person p ON p.id = j.person_id';

export function judgementsOf(db: ReadDb, dossierId: string): JudgementRow[] {
  return db.all<JudgementRow>(`${select} WHERE j.dossier_id = ?`, dossierId);
}

export function putJudgement(db: WriteDb, judgement: Omit<JudgementRow, 'name'>): void {
  const { dossier_id, condition_id, outcome, reason, person_id, made_ms } = judgement;
  changedOne(
    db.run(
      `INSERT INTO judgement (dossier_id, condition_id, outcome, reason, person_id, made_ms) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (dossier_id, condition_id) DO UPDATE SET outcome = excluded.outcome,
         reason = excluded.reason, person_id = excluded.person_id, made_ms = excluded.made_ms`,
      dossier_id,
      condition_id,
      outcome,
      reason,
      person_id,
      made_ms,
    ),
  );
}

/** Answers whether there was one. */
export function removeJudgement(db: WriteDb, dossierId: string, conditionId: string): boolean {
  return (
    db.run('DELETE FROM judgement WHERE dossier_id = ? AND condition_id = ?', dossierId, conditionId) > 0
  );
}
