import { house } from './0001-house.ts';
import { guards, sheets } from './0002-sheets.ts';
import { law, lawGuards } from './0003-law.ts';
import { paperCorrectionGuards, paperCorrections } from './0004-paper-corrections.ts';
import { letters, lettersGuards } from './0005-letters.ts';
import { materials, materialsGuards } from './0006-materials.ts';
import { replica, replicaGuards } from './0007-replica.ts';
import { receipts, receiptsGuards } from './0008-receipts.ts';
import { carriers } from './0010-carriers.ts';
import { cards, officeCopies } from './0011-cards.ts';

/** Numbered and frozen: step n leads to `user_version` n. Never edit a released one, add the next. */
export const migrations: readonly string[] = [
  house,
  sheets + guards,
  law + lawGuards,
  paperCorrections + paperCorrectionGuards,
  letters + lettersGuards,
  materials + materialsGuards,
  replica + replicaGuards,
  receipts + receiptsGuards,
  carriers,
  cards + officeCopies,
];
