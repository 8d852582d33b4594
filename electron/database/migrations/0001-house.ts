/** People, profiles, reviews, dossiers, the panel. Frozen once released. */
export const house = `
CREATE TABLE person (
  id TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  organisation TEXT NOT NULL, title TEXT NOT NULL, field TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('department', 'expert', 'staff')),
  phone TEXT NOT NULL, retired_reason TEXT, created_ms INTEGER NOT NULL
) STRICT;

-- Keys of a person on this laptop: public parts readable, secret parts wrapped under the passphrase.
CREATE TABLE profile (
  id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id),
  keys TEXT NOT NULL, public_key TEXT NOT NULL, recipient TEXT NOT NULL, created_ms INTEGER NOT NULL,
  -- Set when a forgotten passphrase was reseated; the row stays so that old signatures can be checked.
  retired_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX profile_active ON profile (person_id) WHERE retired_ms IS NULL;

-- 示例口令 of the sample review's people, shown beside the unlock field. Real people never have a row.
CREATE TABLE sample_passphrase (
  person_id TEXT PRIMARY KEY REFERENCES person (id), passphrase TEXT NOT NULL
) STRICT;

CREATE TABLE unlock_failure (
  person_id TEXT PRIMARY KEY REFERENCES person (id), failures INTEGER NOT NULL CHECK (failures > 0),
  last_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE review (
  id TEXT PRIMARY KEY, title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  organiser TEXT NOT NULL, phase TEXT NOT NULL, sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
  scheme TEXT NOT NULL, scheme_revision INTEGER NOT NULL DEFAULT 1,
  notice TEXT, created_ms INTEGER NOT NULL, updated_ms INTEGER NOT NULL
) STRICT;

-- The frozen scheme: exact bytes, their hash, and the authority made with it.
CREATE TABLE freezing (
  review_id TEXT PRIMARY KEY REFERENCES review (id), scheme BLOB NOT NULL, scheme_hash TEXT NOT NULL,
  authority TEXT NOT NULL, authority_public TEXT NOT NULL, authority_certificate TEXT NOT NULL,
  recovery BLOB NOT NULL, frozen_by TEXT NOT NULL REFERENCES person (id), frozen_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE seat (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (role IN ('secretary', 'member', 'recorder', 'supervisor')),
  kind TEXT NOT NULL CHECK (kind IN ('department', 'expert', 'staff')),
  position INTEGER NOT NULL, code TEXT,
  chair INTEGER NOT NULL DEFAULT 0 CHECK (chair IN (0, 1)),
  deputy INTEGER NOT NULL DEFAULT 0 CHECK (deputy IN (0, 1)),
  election_note TEXT, elected_ms INTEGER, declared_ms INTEGER, left_reason TEXT, left_ms INTEGER
) STRICT;
CREATE UNIQUE INDEX seat_person ON seat (review_id, person_id) WHERE left_ms IS NULL;
CREATE UNIQUE INDEX seat_chair ON seat (review_id) WHERE chair = 1 AND left_ms IS NULL;
CREATE UNIQUE INDEX seat_deputy ON seat (review_id) WHERE deputy = 1 AND left_ms IS NULL;

-- Each version of the roster signed by the authority: names, keys, chair, deputy, certificates.
CREATE TABLE roster (
  review_id TEXT NOT NULL REFERENCES review (id), version INTEGER NOT NULL, jws TEXT NOT NULL,
  hash TEXT NOT NULL, certificates TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (review_id, version)
) STRICT;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id), title TEXT NOT NULL,
  date TEXT NOT NULL, time TEXT NOT NULL, place TEXT NOT NULL
) STRICT;
CREATE TABLE attendance (
  meeting_id TEXT NOT NULL REFERENCES meeting (id), seat_id TEXT NOT NULL REFERENCES seat (id),
  state TEXT NOT NULL CHECK (state IN ('present', 'leave', 'absent', 'left-early')),
  reason TEXT NOT NULL, PRIMARY KEY (meeting_id, seat_id)
) STRICT;

CREATE TABLE dossier (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL REFERENCES review (id), number INTEGER NOT NULL,
  name TEXT NOT NULL, credit_code TEXT NOT NULL CHECK (length(credit_code) = 18), fields TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('import', 'manual')), revision INTEGER NOT NULL DEFAULT 1,
  withdrawn_reason TEXT, preference_confirmed INTEGER CHECK (preference_confirmed IN (0, 1)),
  preference_reason TEXT NOT NULL DEFAULT '',
  UNIQUE (review_id, credit_code), UNIQUE (review_id, number)
) STRICT;
CREATE TABLE judgement (
  dossier_id TEXT NOT NULL REFERENCES dossier (id), condition_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('met', 'not-met')), reason TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id), made_ms INTEGER NOT NULL,
  PRIMARY KEY (dossier_id, condition_id)
) STRICT;
CREATE TABLE recusal (
  seat_id TEXT NOT NULL REFERENCES seat (id), dossier_id TEXT NOT NULL REFERENCES dossier (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0), late INTEGER NOT NULL CHECK (late IN (0, 1)),
  made_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, dossier_id)
) STRICT;
`;
