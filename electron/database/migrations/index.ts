import { house } from './0001-house.ts';
import { guards, sheets } from './0002-sheets.ts';
import { law, lawGuards } from './0003-law.ts';
import { documents, documentsGuards } from './0009-documents.ts';

/** Numbered and frozen: step n leads to `user_version` n. Never edit a released one, add the next. */
export const migrations: readonly string[] = [
  house,
  sheets + guards,
  law + lawGuards,
  documents + documentsGuards,
];
