import { appendOnlyGuards } from './append-only.ts';

/** Drafts, sealed sheets, paper, the opening and its projection, results, documents, the record. */
export const sheets = `
-- Ciphertext under the member's profile key; the last versions are kept.
CREATE TABLE draft (
  seat_id TEXT NOT NULL REFERENCES seat (id), dossier_id TEXT NOT NULL REFERENCES dossier (id),
  revision INTEGER NOT NULL CHECK (revision > 0), sealed TEXT NOT NULL, saved_ms INTEGER NOT NULL,
  PRIMARY KEY (seat_id, dossier_id, revision)
) STRICT;

-- A submitted sheet or the tombstone of a withdrawal, sealed. No hash of the payload stands here before the
-- opening: scores are few enough to be guessed from one.
CREATE TABLE sheet_blob (
  review_id TEXT NOT NULL REFERENCES review (id), seat_id TEXT NOT NULL REFERENCES seat (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id), seq INTEGER NOT NULL CHECK (seq > 0),
  kind TEXT NOT NULL CHECK (kind IN ('sheet', 'withdrawal')), envelope TEXT NOT NULL, sealed BLOB NOT NULL,
  envelope_hash TEXT NOT NULL, public_key TEXT NOT NULL, received_ms INTEGER NOT NULL,
  PRIMARY KEY (seat_id, dossier_id, seq)
) STRICT;
CREATE TABLE absence (
  seat_id TEXT NOT NULL REFERENCES seat (id), dossier_id TEXT NOT NULL REFERENCES dossier (id),
  reason TEXT NOT NULL, jws TEXT NOT NULL, signer_seat_id TEXT NOT NULL REFERENCES seat (id),
  made_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id)
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id), name TEXT NOT NULL,
  media_type TEXT NOT NULL, sha256 TEXT NOT NULL, bytes BLOB NOT NULL, made_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE paper_sheet (
  seat_id TEXT NOT NULL REFERENCES seat (id), dossier_id TEXT NOT NULL REFERENCES dossier (id),
  scan_id TEXT REFERENCES attachment (id), made_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id)
) STRICT;
-- What one typist read off the paper, signed by the typist and sealed to the office's recipients.
CREATE TABLE paper_entry (
  seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, typist_id TEXT NOT NULL REFERENCES person (id),
  sealed BLOB NOT NULL, public_key TEXT NOT NULL, differences TEXT NOT NULL, made_ms INTEGER NOT NULL,
  PRIMARY KEY (seat_id, dossier_id, typist_id),
  FOREIGN KEY (seat_id, dossier_id) REFERENCES paper_sheet (seat_id, dossier_id)
) STRICT;

-- Comes into being only inside the opening. A correction adds a sheet with the next number; the first stays.
CREATE TABLE opening (
  review_id TEXT PRIMARY KEY REFERENCES review (id), secretary_id TEXT NOT NULL REFERENCES person (id),
  keeper_seat_id TEXT NOT NULL REFERENCES seat (id), opened_ms INTEGER NOT NULL,
  -- JSON: names of the supervisors who were present.
  witnesses TEXT NOT NULL
) STRICT;
CREATE TABLE opened_sheet (
  review_id TEXT NOT NULL REFERENCES opening (review_id), seat_id TEXT NOT NULL REFERENCES seat (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id), seq INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('laptop', 'paper')), jws TEXT NOT NULL,
  -- The other typist's signed entry of a paper sheet.
  second_jws TEXT, payload_hash TEXT NOT NULL, envelope_hash TEXT, PRIMARY KEY (seat_id, dossier_id, seq)
) STRICT;
-- Caps of the frozen scheme's items in whole hundredths.
CREATE TABLE item_cap (
  review_id TEXT NOT NULL REFERENCES review (id), item_id TEXT NOT NULL, cap INTEGER NOT NULL CHECK (cap > 0),
  PRIMARY KEY (review_id, item_id)
) STRICT;
CREATE TABLE score (
  review_id TEXT NOT NULL, seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, seq INTEGER NOT NULL, item_id TEXT NOT NULL,
  hundredths INTEGER NOT NULL CHECK (hundredths >= 0), PRIMARY KEY (seat_id, dossier_id, seq, item_id),
  FOREIGN KEY (seat_id, dossier_id, seq) REFERENCES opened_sheet (seat_id, dossier_id, seq),
  FOREIGN KEY (review_id, item_id) REFERENCES item_cap (review_id, item_id)
) STRICT;
CREATE TRIGGER score_within_cap BEFORE INSERT ON score
WHEN NEW.hundredths > (SELECT cap FROM item_cap WHERE review_id = NEW.review_id AND item_id = NEW.item_id)
BEGIN SELECT RAISE (ABORT, 'score over cap'); END;

CREATE TABLE opinion (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id),
  conclusion TEXT CHECK (conclusion IN ('recommend', 'not-recommend', 'defer')), text TEXT NOT NULL,
  revision INTEGER NOT NULL, saved_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE dissent (seat_id TEXT PRIMARY KEY REFERENCES seat (id), text TEXT NOT NULL, saved_ms INTEGER NOT NULL) STRICT;

CREATE TABLE document (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id), kind TEXT NOT NULL, title TEXT NOT NULL,
  file_name TEXT NOT NULL, media_type TEXT NOT NULL,
  signing TEXT NOT NULL CHECK (signing IN ('none', 'electronic', 'paper')), superseded_ms INTEGER, created_ms INTEGER NOT NULL
) STRICT;
-- Each signature adds a revision of the bytes; none is ever changed.
CREATE TABLE document_revision (
  document_id TEXT NOT NULL REFERENCES document (id), revision INTEGER NOT NULL, bytes BLOB NOT NULL,
  sha256 TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (document_id, revision)
) STRICT;
CREATE TABLE signature (
  document_id TEXT NOT NULL REFERENCES document (id), seat_id TEXT NOT NULL REFERENCES seat (id),
  field TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'signed', 'paper', 'left')),
  reason TEXT NOT NULL DEFAULT '', made_ms INTEGER, PRIMARY KEY (document_id, seat_id)
) STRICT;
CREATE TABLE document_scan (
  document_id TEXT NOT NULL REFERENCES document (id), attachment_id TEXT NOT NULL REFERENCES attachment (id),
  PRIMARY KEY (document_id, attachment_id)
) STRICT;

-- The record: a hash chain per review. body is the exact text that was hashed.
CREATE TABLE record (
  review_id TEXT NOT NULL REFERENCES review (id), seq INTEGER NOT NULL CHECK (seq > 0), prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (review_id, seq)
) STRICT;
`;

/** Tables whose rows are never changed nor removed. */
export const guards = appendOnlyGuards([
  'sheet_blob',
  'record',
  'roster',
  'freezing',
  'opening',
  'opened_sheet',
  'score',
  'item_cap',
  'document_revision',
  'absence',
]);
