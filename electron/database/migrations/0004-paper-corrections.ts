/** A reopened paper sheet is corrected on paper: the new scan, and what each typist read off it. */
export const paperCorrections = `
-- The signed paper that a reopening leads to. Another scan may take its place until the new version exists.
CREATE TABLE paper_correction (
  seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, seq INTEGER NOT NULL,
  scan_id TEXT NOT NULL REFERENCES attachment (id), made_ms INTEGER NOT NULL,
  PRIMARY KEY (seat_id, dossier_id, seq),
  FOREIGN KEY (seat_id, dossier_id, seq) REFERENCES reopening (seat_id, dossier_id, seq)
) STRICT;

-- Like paper_entry: signed by the typist and sealed to the office's recipients.
CREATE TABLE paper_correction_entry (
  seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, seq INTEGER NOT NULL,
  typist_id TEXT NOT NULL REFERENCES person (id), sealed BLOB NOT NULL, public_key TEXT NOT NULL,
  differences TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id, seq, typist_id),
  FOREIGN KEY (seat_id, dossier_id, seq) REFERENCES paper_correction (seat_id, dossier_id, seq)
) STRICT;
`;

const tables = ['paper_correction', 'paper_correction_entry'];

/** From the corrected version on nothing of it is changed, removed or added. */
export const paperCorrectionGuards = tables
  .flatMap((table) =>
    (['INSERT', 'UPDATE', 'DELETE'] as const).map((act) => {
      const row = act === 'INSERT' ? 'NEW' : 'OLD';
      return `CREATE TRIGGER ${table}_closed_${act.toLowerCase()} BEFORE ${act} ON ${table}
WHEN EXISTS (SELECT 1 FROM opened_sheet o WHERE o.seat_id = ${row}.seat_id AND o.dossier_id = ${row}.dossier_id AND o.seq = ${row}.seq)
BEGIN SELECT RAISE (ABORT, '${table} is closed'); END;`;
    }),
  )
  .join('\n');
