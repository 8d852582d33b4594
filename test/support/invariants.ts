import { expect } from 'vitest';
import { makeAccess } from '../../electron/database/access.ts';
import { openReadOnly } from '../../electron/database/driver.ts';
import { brokenInvariants } from '../../electron/database/invariants.ts';
import { removeFolder, type TestBackend } from './backend.ts';

/** Closes the backend, checks every invariant on the file it leaves behind, removes the folder. */
export async function closeSound(test: TestBackend): Promise<void> {
  await test.close();
  const connection = openReadOnly(`${test.folder}/paneldesk.db`);
  const broken = makeAccess(connection).read((db) => brokenInvariants(db));
  connection.close();
  removeFolder(test.folder);
  expect(broken).toEqual([]);
}
