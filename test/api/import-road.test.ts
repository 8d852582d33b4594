import { expect, test } from 'vitest';
import { brokenInvariants } from '../../electron/database/invariants.ts';
import { openStore } from '../../electron/database/open.ts';
import { writeApplications } from '../../electron/workbook/template.ts';
import { application, codes } from '../services/applications.ts';
import { openTestBackend, removeFolder } from '../support/backend.ts';

test('a new review takes a workbook through the whole backend, from the upload to the list', async () => {
  const { backend, folder, call, upload, file, close } = await openTestBackend();
  const secretary = { name: '王示例', passphrase: '示例口令-2026-0101' };
  const made = { title: '示例评审', organiser: '示例商务局', preset: 'taiyuan', secretary };
  const { reviewId } = await call('tab-0001', 'review.create', made);
  const template = await file('tab-0001', 'template');
  const bytes = await writeApplications([
    application(),
    application({ name: '示例二', creditCode: codes[1], paidInCapital: '800' }),
  ]);
  await upload('tab-0001', '模板.xlsx', template);
  const uploadId = await upload('tab-0001', '申报表.xlsx', bytes);
  const preview = await call('tab-0001', 'dossier.preview', { reviewId, uploadId });
  const order = { reviewId, uploadId, skipRows: [], digest: preview.digest };
  expect(await call('tab-0001', 'dossier.import', order)).toEqual({ created: 2, updated: 0 });
  const rows = await call('tab-0001', 'dossier.list', { reviewId });
  expect(rows.map(({ name, eligibility }) => [name, eligibility])).toEqual([
    ['示例晋通汽车出口有限公司', 'eligible'],
    ['示例二', 'ineligible'],
  ]);
  const acts = await call('tab-0001', 'record.list', { reviewId });
  expect(acts.map(({ type }) => type)).toContain('dossiers-imported');
  backend.endSession('tab-0001');
  await close();
  const store = openStore(folder, () => 'again');
  expect(store.read((db) => brokenInvariants(db))).toEqual([]);
  store.close();
  removeFolder(folder);
});
