/** How letters travel: the carrier that a review uses on this laptop, and its drop box. */
export const carriers = `
-- review_id is empty for the carrier of a laptop that belongs to no review yet. settings is JSON by kind.
CREATE TABLE carrier (review_id TEXT PRIMARY KEY, kind TEXT NOT NULL, settings TEXT NOT NULL) STRICT;

-- 会场码 and port stay the same when the drop box is opened again.
CREATE TABLE drop_box (review_id TEXT PRIMARY KEY, code TEXT NOT NULL, port INTEGER NOT NULL) STRICT;
`;
