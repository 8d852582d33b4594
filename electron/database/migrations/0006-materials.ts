import { appendOnlyGuards } from './append-only.ts';

/** Files of the applications (申报材料), their keys, who read them, and what the authority signs of them. */
export const materials = `
-- The key of a dossier's files; its secret half exists only in the shares.
CREATE TABLE vault (
  dossier_id TEXT PRIMARY KEY REFERENCES dossier (id), recipient TEXT NOT NULL, made_ms INTEGER NOT NULL
) STRICT;
-- The secret half, sealed with age to one reader's own recipient.
CREATE TABLE vault_share (
  dossier_id TEXT NOT NULL REFERENCES vault (dossier_id), reader TEXT NOT NULL, sealed BLOB NOT NULL,
  made_ms INTEGER NOT NULL, PRIMARY KEY (dossier_id, reader)
) STRICT;

-- One version of one file; the bytes lie sealed under <data>/materials by the hash of their plain form.
CREATE TABLE material (
  id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossier (id), slot TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0), kind TEXT NOT NULL, item_id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200), size INTEGER NOT NULL CHECK (size > 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64), made_ms INTEGER NOT NULL, UNIQUE (slot, version)
) STRICT;
CREATE INDEX material_dossier ON material (dossier_id);
-- A file taken out again, e.g. put into the wrong dossier: it stays with its versions, no longer in force.
CREATE TABLE material_removal (
  slot TEXT NOT NULL, version INTEGER NOT NULL, reason TEXT NOT NULL, made_ms INTEGER NOT NULL,
  PRIMARY KEY (slot, version), FOREIGN KEY (slot, version) REFERENCES material (slot, version)
) STRICT;
CREATE TABLE material_reading (
  seat_id TEXT NOT NULL REFERENCES seat (id), material_id TEXT NOT NULL REFERENCES material (id),
  made_ms INTEGER NOT NULL, PRIMARY KEY (seat_id, material_id)
) STRICT;

-- Each version of the list of dossiers, their facts and files, signed by the authority; sheets name its hash.
CREATE TABLE manifest (
  review_id TEXT NOT NULL REFERENCES review (id), version INTEGER NOT NULL CHECK (version > 0),
  jws TEXT NOT NULL, hash TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (review_id, version)
) STRICT;
`;

export const materialsGuards = appendOnlyGuards([
  'vault',
  'material',
  'material_removal',
  'material_reading',
  'manifest',
]);
