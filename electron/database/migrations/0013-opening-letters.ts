import { appendOnlyGuards } from './append-only.ts';

/** What was asked of a keeper elsewhere and what the keeper signed in answer, for the result bundle. */
export const openingLetters = `
CREATE TABLE opening_letter (
  review_id TEXT NOT NULL REFERENCES review (id), digest TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('request', 'answer')), jws TEXT NOT NULL, made_ms INTEGER NOT NULL,
  PRIMARY KEY (review_id, digest, kind)
) STRICT;
`;

export const openingLettersGuards = appendOnlyGuards(['opening_letter']);
