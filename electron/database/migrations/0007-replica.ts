import { appendOnlyGuards } from './append-only.ts';

/** A member's own laptop or bureau seat: a copy of the office's review, made and renewed by its packages. */
export const replica = `
-- elsewhere: only the public keys are here; the person unlocks on another laptop. pin: a bureau seat's session
-- PIN, the weaker promise; also told by the card of a seat that is elsewhere.
ALTER TABLE profile ADD COLUMN place TEXT NOT NULL DEFAULT 'here' CHECK (place IN ('here', 'elsewhere'));
ALTER TABLE profile ADD COLUMN guard TEXT NOT NULL DEFAULT 'passphrase' CHECK (guard IN ('passphrase', 'pin'));

-- One row for each review in which somebody of this laptop sits. version 0: no package has come yet.
CREATE TABLE replica (
  review_id TEXT PRIMARY KEY, title TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id),
  -- Empty on an own laptop before its first package.
  seat_id TEXT NOT NULL, way TEXT NOT NULL CHECK (way IN ('seat', 'own')),
  version INTEGER NOT NULL CHECK (version >= 0),
  -- Pinned: by the meeting code, or by reading aloud (confirmed_ms null until then).
  authority_public TEXT NOT NULL, confirmed_ms INTEGER, office TEXT NOT NULL, joined_ms INTEGER NOT NULL,
  renewed_ms INTEGER
) STRICT;
-- People who are known from a package only; they aren't of this laptop's pool.
CREATE TABLE replica_person (person_id TEXT PRIMARY KEY REFERENCES person (id)) STRICT;
-- What the manifest says of each dossier, also of those whose facts this laptop doesn't get.
CREATE TABLE replica_dossier (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id), ineligible INTEGER NOT NULL CHECK (ineligible IN (0, 1)),
  -- 0: recused, or the facts haven't come.
  has_facts INTEGER NOT NULL CHECK (has_facts IN (0, 1))
) STRICT;

-- Declarations that were sent, with the list that each was made on.
CREATE TABLE sent_declaration (
  review_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), jws TEXT NOT NULL, made_ms INTEGER NOT NULL,
  PRIMARY KEY (review_id, seq)
) STRICT;
-- What the office answered to a sheet of this laptop; reason is a key of text subject exchange.
CREATE TABLE replica_receipt (
  seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), envelope TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('received', 'refused')), reason TEXT NOT NULL, details TEXT NOT NULL,
  jws TEXT NOT NULL, received_ms INTEGER NOT NULL, PRIMARY KEY (envelope, outcome, reason)
) STRICT;
-- Ends of the office's record as its letters told them: what this laptop can witness.
CREATE TABLE witnessed_head (
  review_id TEXT NOT NULL, letter INTEGER NOT NULL, size INTEGER NOT NULL, head TEXT NOT NULL,
  seen_ms INTEGER NOT NULL, PRIMARY KEY (review_id, letter, size, head)
) STRICT;
-- Requests to open that a chair or deputy has not answered yet: the letter's own bytes, still sealed.
CREATE TABLE opening_request (
  review_id TEXT NOT NULL, digest TEXT NOT NULL, jws TEXT NOT NULL, count INTEGER NOT NULL CHECK (count > 0),
  asked_ms INTEGER NOT NULL, answered_ms INTEGER, PRIMARY KEY (review_id, digest)
) STRICT;
CREATE TABLE opening_inner (
  review_id TEXT NOT NULL, digest TEXT NOT NULL, seat_id TEXT NOT NULL, dossier_id TEXT NOT NULL, seq INTEGER NOT NULL,
  sealed BLOB NOT NULL, PRIMARY KEY (review_id, digest, seat_id, dossier_id, seq),
  FOREIGN KEY (review_id, digest) REFERENCES opening_request (review_id, digest)
) STRICT;
-- Each permission to try a PIN again works once.
CREATE TABLE seat_unlock (
  review_id TEXT NOT NULL, seat_id TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0), used_ms INTEGER NOT NULL,
  PRIMARY KEY (review_id, seat_id, number)
) STRICT;

-- Packages that the office made. materials: JSON list of the hashes inside.
CREATE TABLE package (
  review_id TEXT NOT NULL REFERENCES review (id), version INTEGER NOT NULL CHECK (version > 0),
  seat_id TEXT NOT NULL REFERENCES seat (id), kind TEXT NOT NULL CHECK (kind IN ('package', 'supplement')),
  addressee TEXT NOT NULL, state TEXT NOT NULL, materials TEXT NOT NULL, made_ms INTEGER NOT NULL,
  PRIMARY KEY (review_id, version)
) STRICT;
`;

export const replicaGuards = appendOnlyGuards([
  'sent_declaration',
  'replica_receipt',
  'witnessed_head',
  'seat_unlock',
  'package',
]);
