import { appendOnlyGuards } from './append-only.ts';

/** Wording of documents by review, each version kept; arrangements of holidays by year. */
export const documents = `
CREATE TABLE document_template (
  review_id TEXT NOT NULL REFERENCES review (id), kind TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL, person_id TEXT NOT NULL REFERENCES person (id), made_ms INTEGER NOT NULL,
  PRIMARY KEY (review_id, kind, version)
) STRICT;

-- Days that differ from the rule of the week, as JSON. A year that stands here replaces the shipped one.
CREATE TABLE holiday_year (
  year INTEGER PRIMARY KEY CHECK (year BETWEEN 1900 AND 2199), days TEXT NOT NULL, saved_ms INTEGER NOT NULL
) STRICT;
`;

export const documentsGuards = appendOnlyGuards(['document_template']);
