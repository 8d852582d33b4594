import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../electron/database/driver.ts';
import { readUnverifiedJws } from '../../electron/signing/jws.ts';
import { openTestBackend, removeFolder } from '../support/backend.ts';
import { enterOffice } from '../support/opened-review.ts';
import { addMaterial, postMaterial, readMaterial } from '../support/materials.ts';
import { fullContent, openSampleReview, type SampleReview } from '../support/sample-review.ts';

interface Prepared {
  readonly sample: SampleReview;
  readonly dossierId: string;
  readonly number: number;
  readonly submit: { readonly reviewId: string; readonly dossierIds: string[]; readonly passphrase: string };
}

/** A member with one full sheet, unlocked in the tab `desk`. */
async function prepared(): Promise<Prepared> {
  const sample = await openSampleReview();
  const { reviewId, members, passphrase } = sample;
  const [member] = members.filter(({ chair, deputy }) => !chair && !deputy);
  if (member === undefined) throw new Error('member');
  await sample.unlock('desk', member);
  const { scheme } = await sample.call('office', 'scheme.get', { reviewId });
  const sheet = (await sample.desk('desk')).sheets.find(({ state }) => state === 'not-started');
  if (sheet === undefined) throw new Error('sheet');
  const { dossierId, number } = sheet;
  await sample.call('desk', 'desk.saveDraft', {
    reviewId,
    dossierId,
    revision: 0,
    content: fullContent({ scheme }),
  });
  return {
    sample,
    dossierId,
    number,
    submit: { reviewId, dossierIds: [dossierId], passphrase: passphrase(member) },
  };
}

test('answers and findings are opened before the sheet is handed in; other files needn’t be', async () => {
  const { sample, dossierId, submit } = await prepared();
  const { reviewId } = submit;
  const sent = (name: string) => ({ reviewId, dossierId, name, bytes: Buffer.from(name) });
  const findings = await addMaterial(sample, 'office', { ...sent('考察情况.txt'), kind: 'findings' });
  const answers = await addMaterial(sample, 'office', { ...sent('答辩答复.txt'), kind: 'answers' });
  await addMaterial(sample, 'office', { ...sent('营业执照.txt'), kind: 'licence' });
  const refusal = await sample.refused('desk', 'desk.submit', submit);
  expect([refusal.code, refusal.places?.map(({ reason, values }) => [reason, values?.['file']])]).toEqual([
    'not-ready',
    [
      ['desk.unread', '考察情况.txt'],
      ['desk.unread', '答辩答复.txt'],
    ],
  ]);
  expect(await readMaterial(sample, 'desk', findings)).toBe('考察情况.txt');
  // What the secretary opens counts for nobody else.
  expect(await readMaterial(sample, 'office', answers)).toBe('答辩答复.txt');
  expect((await sample.refused('desk', 'desk.submit', submit)).places).toHaveLength(1);
  expect(await readMaterial(sample, 'desk', answers)).toBe('答辩答复.txt');
  const { materials } = (await sample.desk('desk')).sheets.find((sheet) => sheet.dossierId === dossierId) ?? {
    materials: [],
  };
  expect(materials.map(({ kind, read }) => [kind, read])).toEqual([
    ['findings', true],
    ['answers', true],
    ['licence', false],
  ]);
  // A new version is another file: it is read again.
  const second = await addMaterial(sample, 'office', {
    ...sent('考察情况.txt'),
    bytes: Buffer.from('补充'),
    kind: 'findings',
  });
  expect((await sample.refused('desk', 'desk.submit', submit)).code).toBe('not-ready');
  await readMaterial(sample, 'desk', second);
  expect((await sample.call('desk', 'desk.submit', submit)).submitted).toHaveLength(1);
  await sample.close();
  removeFolder(sample.folder);
});

test('a sheet names the manifest it was made under, and its files stay as they are from then on', async () => {
  const { sample, dossierId, number, submit } = await prepared();
  const { reviewId } = submit;
  const sent = { reviewId, dossierId, name: '审计报告.txt', bytes: Buffer.from('一') };
  const materialId = await addMaterial(sample, 'office', { ...sent, kind: 'audit' });
  await sample.call('desk', 'desk.submit', submit);
  const upload = await postMaterial(sample, 'office', { ...sent, bytes: Buffer.from('二') });
  const { id: uploadId } = (await upload.json()) as { id: string };
  const files = [{ uploadId, dossierId, kind: 'audit', item: '', name: sent.name, replaces: null }];
  const refused = { code: 'conflict', values: { what: 'dossier-has-sheets', number } };
  expect(await sample.refused('office', 'material.import', { reviewId, files })).toMatchObject(refused);
  expect(
    await sample.refused('office', 'material.remove', { reviewId, materialId, reason: 'x' }),
  ).toMatchObject(refused);
  await sample.close();

  const connection = openConnection(join(sample.folder, 'paneldesk.db'));
  const { envelope } = connection.prepare('SELECT envelope FROM sheet_blob').get() as { envelope: string };
  const manifests = connection.prepare('SELECT version, hash, jws FROM manifest ORDER BY version').all() as {
    version: number;
    hash: string;
    jws: string;
  }[];
  const named = JSON.parse(readUnverifiedJws(envelope).payload.toString('utf8')) as {
    format: number;
    manifestHash: string;
  };
  expect(named.format).toBe(2);
  expect(manifests.map(({ version }) => version)).toEqual([1, 2]);
  expect(named.manifestHash).toBe(manifests[1]?.hash);
  const listed = JSON.parse(readUnverifiedJws(manifests[1]?.jws ?? '').payload.toString('utf8')) as {
    dossiers: { dossier: string; materials: { material: string; name: string; size: number }[] }[];
  };
  expect(listed.dossiers.find(({ dossier }) => dossier === dossierId)?.materials).toMatchObject([
    { material: materialId, kind: 'audit', item: '', name: '审计报告.txt', size: 3 },
  ]);
  // Somebody with an SQLite tool puts another file in its place, past the triggers.
  connection.exec('DROP TRIGGER material_no_update; UPDATE material SET sha256 = hex(zeroblob(32))');
  connection.close();
  const again = await enterOffice(await openTestBackend({ folder: sample.folder }));
  const check = await again.refused('office', 'dossier.withdraw', { reviewId, dossierId, reason: '示例' });
  expect(check.places?.map(({ path, reason }) => [path.split(' ')[0], reason])).toEqual([
    [String(number), 'materials.altered.files'],
  ]);
  await again.close();
  removeFolder(sample.folder);
});
