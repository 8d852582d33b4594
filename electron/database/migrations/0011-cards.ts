/** Cards of people whose keys are on another laptop, as they came; the secretary decides on each. */
export const cards = `
CREATE TABLE card (
  review_id TEXT NOT NULL REFERENCES review (id), fingerprint TEXT NOT NULL, jws TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'set-aside')),
  -- Whose it was confirmed to be.
  seat_id TEXT REFERENCES seat (id), reason TEXT NOT NULL DEFAULT '', received_ms INTEGER NOT NULL,
  decided_ms INTEGER, PRIMARY KEY (review_id, fingerprint)
) STRICT;
`;

/** What the sealed copies of the whole office hold, so that one is made after every milestone. */
export const officeCopies = `
CREATE TABLE office_copy (
  review_id TEXT PRIMARY KEY REFERENCES review (id), record_size INTEGER NOT NULL, made_ms INTEGER NOT NULL
) STRICT;
`;
