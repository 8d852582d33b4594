import { appendOnlyGuards } from './append-only.ts';

/** Votes of the panel, explanations of deviating scores, reopened sheets, the draw of experts. */
export const law = `
-- A vote of the panel that orders dossiers: a tie, or the last place of the quota. The last one counts.
CREATE TABLE vote (
  review_id TEXT NOT NULL REFERENCES review (id), seq INTEGER NOT NULL CHECK (seq > 0),
  dossiers TEXT NOT NULL, note TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (review_id, seq)
) STRICT;

-- The member's explanation of a score that deviates (畸高畸低).
CREATE TABLE deviation_note (
  seat_id TEXT NOT NULL REFERENCES seat (id), dossier_id TEXT NOT NULL REFERENCES dossier (id),
  text TEXT NOT NULL, saved_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id)
) STRICT;

-- A sheet reopened after the opening, signed by the chair or the deputy; seq is the version it leads to.
CREATE TABLE reopening (
  review_id TEXT NOT NULL REFERENCES opening (review_id), seat_id TEXT NOT NULL REFERENCES seat (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id), seq INTEGER NOT NULL CHECK (seq > 1),
  reason TEXT NOT NULL CHECK (length(reason) > 0), note TEXT NOT NULL, jws TEXT NOT NULL,
  signer_seat_id TEXT NOT NULL REFERENCES seat (id), made_ms INTEGER NOT NULL,
  PRIMARY KEY (seat_id, dossier_id, seq)
) STRICT;

-- A random draw of experts with everything needed to repeat it.
CREATE TABLE draw (
  review_id TEXT NOT NULL REFERENCES review (id), seq INTEGER NOT NULL CHECK (seq > 0), seed TEXT NOT NULL,
  input TEXT NOT NULL, result TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (review_id, seq)
) STRICT;
`;

export const lawGuards = appendOnlyGuards(['vote', 'reopening', 'draw']);
