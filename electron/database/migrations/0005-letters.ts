import { appendOnlyGuards } from './append-only.ts';

/** Letters between laptops: what waits to be handed over, and the register of what came and went. */
export const letters = `
-- Sealed files under <data>/outbox that no carrier has taken yet; the row goes when one has read it back.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY, review_id TEXT NOT NULL, kind TEXT NOT NULL, addressee TEXT NOT NULL, party TEXT NOT NULL,
  size INTEGER NOT NULL, sha256 TEXT NOT NULL, made_ms INTEGER NOT NULL
) STRICT;

-- 文件交接登记表: every file in and out. reason is a key of text subject exchange.
CREATE TABLE handover (
  review_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')), kind TEXT NOT NULL, party TEXT NOT NULL,
  file_name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, carrier TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('sent', 'accepted', 'already', 'refused')),
  reason TEXT NOT NULL, details TEXT NOT NULL, made_ms INTEGER NOT NULL, PRIMARY KEY (review_id, seq)
) STRICT;
CREATE INDEX handover_file ON handover (sha256);
`;

export const lettersGuards = appendOnlyGuards(['handover']);
