import { expect, test } from 'vitest';
import { writeApplications, writeTemplate } from '../../electron/workbook/template.ts';
import { application, codes } from './applications.ts';
import { openOffice, review, type Office } from './office.ts';

async function uploadRows(
  office: Office,
  rows: readonly Record<string, string | null>[],
): Promise<{ readonly reviewId: string; readonly uploadId: string }> {
  return { reviewId: review, uploadId: office.upload('secretary', await writeApplications(rows)) };
}

async function names(office: Office): Promise<string[]> {
  const rows = await office.value('secretary', 'dossier.list', { reviewId: review });
  return rows.map(({ number, name }) => `${number} ${name}`);
}

test('a preview changes nothing, the import does what it showed, in one act', async () => {
  const office = await openOffice();
  const file = await uploadRows(office, [
    application(),
    application({ name: '示例二', creditCode: codes[1] }),
    application({ name: '示例三', creditCode: '91440300708461136A' }),
  ]);
  const preview = await office.value('secretary', 'dossier.preview', file);
  expect(preview.counts).toEqual({ new: 2, update: 0, same: 0, refused: 1 });
  expect(preview.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(preview.rows[2]?.problems).toMatchObject([{ row: 4, key: 'creditCode' }]);
  expect(await names(office)).toEqual([]);
  const order = { ...file, skipRows: [], digest: preview.digest };
  expect(await office.value('secretary', 'dossier.import', order)).toEqual({ created: 2, updated: 0 });
  expect(await names(office)).toEqual(['1 示例晋通汽车出口有限公司', '2 示例二']);
  expect(office.acts().filter(({ type }) => type !== 'profile-created')).toMatchObject([
    { type: 'dossiers-imported', values: { created: 2, updated: 0, file: '申报表.xlsx' } },
  ]);
});

test('a double-clicked import counts once, whether the clicks overlap or not', async () => {
  const office = await openOffice();
  const file = await uploadRows(office, [application()]);
  const { digest } = await office.value('secretary', 'dossier.preview', file);
  const order = { ...file, skipRows: [], digest };
  const clicks = await Promise.all([
    office.call('secretary', 'dossier.import', order),
    office.call('secretary', 'dossier.import', order),
  ]);
  expect(clicks.filter(({ ok }) => ok)).toHaveLength(1);
  expect(clicks.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'stale' } });
  expect((await office.problem('secretary', 'dossier.import', order)).code).toBe('stale');
  expect(await names(office)).toHaveLength(1);
  const again = await office.value('secretary', 'dossier.preview', file);
  expect(again.counts).toEqual({ new: 0, update: 0, same: 1, refused: 0 });
  const repeated = { ...order, digest: again.digest };
  expect(await office.value('secretary', 'dossier.import', repeated)).toEqual({ created: 0, updated: 0 });
});

test('an import after somebody else changed the store is refused', async () => {
  const office = await openOffice();
  const file = await uploadRows(office, [application()]);
  const { digest } = await office.value('secretary', 'dossier.preview', file);
  const fields = application({ contactName: '赵示例' });
  await office.value('secretary', 'dossier.save', { reviewId: review, dossierId: null, revision: 0, fields });
  const order = { ...file, skipRows: [], digest };
  expect((await office.problem('secretary', 'dossier.import', order)).code).toBe('stale');
});

test('a second workbook updates by credit code, and rows left out stay as they are', async () => {
  const office = await openOffice();
  const second = application({ name: '示例二', creditCode: codes[1] });
  const file = await uploadRows(office, [application({ paidInCapital: '1500', netAssets: '2600' }), second]);
  const first = await office.value('secretary', 'dossier.preview', file);
  await office.value('secretary', 'dossier.import', { ...file, skipRows: [], digest: first.digest });
  const rows = await office.value('secretary', 'dossier.list', { reviewId: review });
  const dossierId = rows[0]?.dossierId ?? '';
  const judged = { conditionId: 'TY-2b', outcome: 'met', reason: '审计报告载明' } as const;
  await office.value('secretary', 'dossier.judge', { reviewId: review, dossierId, ...judged });
  const later = await uploadRows(office, [
    application({ paidInCapital: '1600', netAssets: '2600' }),
    { ...second, name: '示例二改名' },
    application({ name: '示例三', creditCode: codes[2] }),
  ]);
  const preview = await office.value('secretary', 'dossier.preview', later);
  expect(preview.rows[0]?.changes).toEqual([{ key: 'paidInCapital', from: '1500', to: '1600' }]);
  expect(preview.counts).toEqual({ new: 1, update: 2, same: 0, refused: 0 });
  const order = { ...later, skipRows: [1], digest: preview.digest };
  expect(await office.value('secretary', 'dossier.import', order)).toEqual({ created: 1, updated: 1 });
  expect(await names(office)).toEqual(['1 示例晋通汽车出口有限公司', '2 示例二', '3 示例三']);
  const view = await office.value('secretary', 'dossier.get', { reviewId: review, dossierId });
  expect(view).toMatchObject({ eligibility: 'open', revision: 2, source: 'import' });
  expect(office.acts().map(({ type }) => type)).toEqual([
    'profile-created',
    'dossiers-imported',
    'eligibility-judged-met',
    'dossier-changed',
    'eligibility-reopened',
    'dossiers-imported',
  ]);
});

test('a workbook doesn’t bring back a withdrawn application', async () => {
  const office = await openOffice();
  const save = { reviewId: review, dossierId: null, revision: 0, fields: application() };
  const { dossierId } = await office.value('secretary', 'dossier.save', save);
  await office.value('secretary', 'dossier.withdraw', { reviewId: review, dossierId, reason: '来函' });
  const file = await uploadRows(office, [application({ contactName: '赵示例' })]);
  const preview = await office.value('secretary', 'dossier.preview', file);
  expect(preview.counts).toEqual({ new: 0, update: 0, same: 0, refused: 1 });
  expect(preview.rows[0]?.problems).toMatchObject([{ reason: 'dossier-withdrawn', values: { number: 1 } }]);
  const order = { ...file, skipRows: [], digest: preview.digest };
  expect(await office.value('secretary', 'dossier.import', order)).toEqual({ created: 0, updated: 0 });
});

test('files that are no filled workbook are refused each by its own name', async () => {
  const office = await openOffice();
  const preview = (bytes: Uint8Array) =>
    office.problem('secretary', 'dossier.preview', {
      reviewId: review,
      uploadId: office.upload('secretary', bytes),
    });
  expect((await preview(new Uint8Array())).code).toBe('file-empty');
  expect((await preview(Buffer.from('name,code'))).code).toBe('file-not-workbook');
  // The template as it is handed out: only its 示例 row, which is passed over.
  expect((await preview(await writeTemplate())).code).toBe('file-empty');
  const unknown = { reviewId: review, uploadId: 'nobody' };
  expect((await office.problem('secretary', 'dossier.preview', unknown)).code).toBe('not-found');
});

test('members, locked tabs and reviews in scoring import nothing', async () => {
  const office = await openOffice();
  await office.seat('member', 'member');
  const file = await uploadRows(office, [application()]);
  const { digest } = await office.value('secretary', 'dossier.preview', file);
  const order = { ...file, skipRows: [], digest };
  expect((await office.problem('member', 'dossier.preview', file)).code).toBe('not-permitted');
  expect((await office.problem('member', 'dossier.import', order)).code).toBe('not-permitted');
  expect((await office.problem('locked', 'dossier.preview', file)).code).toBe('locked');
  office.move('inspection');
  expect((await office.problem('secretary', 'dossier.import', order)).code).toBe('wrong-phase');
});

test('an import that was stopped while reading changes nothing', async () => {
  const office = await openOffice();
  const file = await uploadRows(office, [application()]);
  const { digest } = await office.value('secretary', 'dossier.preview', file);
  const stopped = office.problem('secretary', 'dossier.import', { ...file, skipRows: [], digest });
  expect(office.tasks.progressOf('secretary', 'dossier.import')?.label).toBe('progress.reading');
  office.tasks.cancel('secretary', 'dossier.import');
  expect((await stopped).code).toBe('cancelled');
  expect(await names(office)).toEqual([]);
});
