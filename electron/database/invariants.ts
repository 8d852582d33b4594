import type { ReadDb } from './access.ts';

/** What must always be true, each as a query that finds nothing. */
export const invariants: readonly {
  readonly name: string;
  readonly sentence: string;
  readonly sql: string;
}[] = [
  {
    name: 'score-within-cap',
    sentence: 'No opened score is over the cap of its item.',
    sql: `SELECT 1 FROM score s JOIN item_cap c USING (review_id, item_id) WHERE s.hundredths > c.cap`,
  },
  {
    name: 'score-complete',
    sentence: 'Every opened sheet has a score for every item of the scheme.',
    sql: `SELECT 1 FROM opened_sheet o JOIN item_cap c USING (review_id)
          WHERE NOT EXISTS (SELECT 1 FROM score s WHERE s.seat_id = o.seat_id AND s.dossier_id = o.dossier_id AND s.seq = o.seq AND s.item_id = c.item_id)`,
  },
  {
    name: 'no-score-before-opening',
    sentence: 'No opened sheet exists in a review that was not opened.',
    sql: `SELECT 1 FROM opened_sheet o JOIN review r ON r.id = o.review_id
          WHERE r.phase NOT IN ('opened', 'concluded', 'signed', 'approved', 'publicity', 'decided', 'filed')`,
  },
  {
    name: 'opened-is-latest',
    sentence: 'The opened version of a laptop sheet is its last submitted one, never a withdrawn one.',
    sql: `SELECT 1 FROM opened_sheet o WHERE o.source = 'laptop' AND o.seq = (SELECT max(seq) FROM opened_sheet WHERE seat_id = o.seat_id AND dossier_id = o.dossier_id) AND NOT EXISTS (
            SELECT 1 FROM sheet_blob b WHERE b.seat_id = o.seat_id AND b.dossier_id = o.dossier_id AND b.seq = o.seq
              AND b.kind = 'sheet' AND b.envelope_hash = o.envelope_hash
              AND NOT EXISTS (SELECT 1 FROM sheet_blob n WHERE n.seat_id = b.seat_id AND n.dossier_id = b.dossier_id AND n.seq > b.seq))`,
  },
  {
    name: 'paper-correction-typed-twice',
    sentence: 'A corrected paper sheet follows a reopening and was typed alike by two people.',
    sql: `SELECT 1 FROM opened_sheet o WHERE o.source = 'paper' AND o.seq > 1 AND 2 <> (
            SELECT count(*) FROM paper_correction_entry e WHERE e.seat_id = o.seat_id AND e.dossier_id = o.dossier_id
              AND e.seq = o.seq AND e.differences = '[]')`,
  },
  {
    name: 'sheet-sequence',
    sentence: 'Versions of a sheet are numbered without a hole.',
    sql: `SELECT 1 FROM sheet_blob GROUP BY seat_id, dossier_id HAVING count(*) <> max(seq)`,
  },
  {
    name: 'recused-without-sheet',
    sentence: 'No sheet of a recused member is counted.',
    sql: `SELECT 1 FROM opened_sheet o JOIN recusal r USING (seat_id, dossier_id)`,
  },
  {
    name: 'seat-of-same-review',
    sentence: 'A sheet joins a seat and a dossier of the same review.',
    sql: `SELECT 1 FROM sheet_blob b JOIN seat s ON s.id = b.seat_id JOIN dossier d ON d.id = b.dossier_id
          WHERE s.review_id <> b.review_id OR d.review_id <> b.review_id`,
  },
  {
    name: 'only-members-score',
    sentence: 'Only members have sheets.',
    sql: `SELECT 1 FROM sheet_blob b JOIN seat s ON s.id = b.seat_id WHERE s.role <> 'member'`,
  },
  {
    name: 'record-sequence',
    sentence: 'The record of a review is numbered without a hole and each entry names the hash before it.',
    sql: `SELECT 1 FROM record r WHERE r.seq > 1 AND NOT EXISTS (
            SELECT 1 FROM record p WHERE p.review_id = r.review_id AND p.seq = r.seq - 1 AND p.hash = r.prev_hash)`,
  },
  {
    name: 'frozen-scheme-stays',
    sentence: 'A review past the preparation of sheets has a frozen scheme.',
    sql: `SELECT 1 FROM review r WHERE r.phase IN ('scoring', 'closed', 'opened', 'concluded', 'signed')
          AND NOT EXISTS (SELECT 1 FROM freezing f WHERE f.review_id = r.id)`,
  },
];

/** Names of the invariants that don't hold. */
export function brokenInvariants(db: ReadDb): string[] {
  return invariants.filter(({ sql }) => db.first(`${sql} LIMIT 1`) !== undefined).map(({ name }) => name);
}
