import { appendOnlyGuards } from './append-only.ts';

/** What the office keeps of letters from members: chains, evidence, receipts; and of an opening elsewhere. */
export const receipts = `
-- Numbers of own letters to one addressee: 1, 2, 3 …
CREATE TABLE letter_number (
  review_id TEXT NOT NULL, addressee TEXT NOT NULL, last INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (review_id, addressee)
) STRICT;

-- Envelopes that came before the one in front of them; a row goes when the chain reaches it.
CREATE TABLE waiting_sheet (
  review_id TEXT NOT NULL REFERENCES review (id), seat_id TEXT NOT NULL REFERENCES seat (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id), seq INTEGER NOT NULL CHECK (seq > 0),
  envelope TEXT NOT NULL, sealed BLOB NOT NULL, envelope_hash TEXT NOT NULL, public_key TEXT NOT NULL,
  received_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id, seq, envelope_hash)
) STRICT;
-- Evidence: another signed envelope with the number of one that was received.
CREATE TABLE conflicting_sheet (
  review_id TEXT NOT NULL REFERENCES review (id), seat_id TEXT NOT NULL REFERENCES seat (id),
  dossier_id TEXT NOT NULL REFERENCES dossier (id), seq INTEGER NOT NULL CHECK (seq > 0),
  envelope TEXT NOT NULL, sealed BLOB NOT NULL, envelope_hash TEXT NOT NULL, public_key TEXT NOT NULL,
  received_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id, seq, envelope_hash)
) STRICT;

CREATE TABLE receipt (
  review_id TEXT NOT NULL REFERENCES review (id), seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL,
  seq INTEGER NOT NULL, jws TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id, seq),
  FOREIGN KEY (seat_id, dossier_id, seq) REFERENCES sheet_blob (seat_id, dossier_id, seq)
) STRICT;
-- The letters that carry a receipt; several when the member's laptop asked again.
CREATE TABLE receipt_letter (
  letter_id TEXT NOT NULL, seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (letter_id, seat_id, dossier_id, seq),
  FOREIGN KEY (seat_id, dossier_id, seq) REFERENCES receipt (seat_id, dossier_id, seq)
) STRICT;

-- Each beginning of an opening, written before anything is decrypted.
CREATE TABLE opening_begun (
  review_id TEXT NOT NULL REFERENCES review (id), seq INTEGER NOT NULL CHECK (seq > 0), digest TEXT NOT NULL,
  keeper_seat_id TEXT NOT NULL REFERENCES seat (id), begun_ms INTEGER NOT NULL, PRIMARY KEY (review_id, seq)
) STRICT;
-- A supervisor's own signature over the digest of an opening.
CREATE TABLE opening_witness (
  review_id TEXT NOT NULL REFERENCES review (id), digest TEXT NOT NULL, seat_id TEXT NOT NULL REFERENCES seat (id),
  jws TEXT NOT NULL, public_key TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (review_id, digest, seat_id)
) STRICT;
`;

export const receiptsGuards = appendOnlyGuards([
  'conflicting_sheet',
  'receipt',
  'receipt_letter',
  'opening_begun',
  'opening_witness',
]);
