/** Requests of the office to sign absences, on the laptop of a chair or deputy. id: SHA-256 of what is signed. */
export const absenceRequests = `
CREATE TABLE absence_request (
  review_id TEXT NOT NULL, id TEXT NOT NULL, jws TEXT NOT NULL, asked_ms INTEGER NOT NULL, answered_ms INTEGER,
  PRIMARY KEY (review_id, id)
) STRICT;
`;
