import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foundFiles } from '../support/found-files.ts';
import { openTestBackend, removeFolder, type TestBackend } from '../support/backend.ts';
import { addMaterial, postMaterial, readMaterial, sendMaterial } from '../support/materials.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

interface Desk extends SampleReview {
  /** Ids of the dossiers by their number. */
  readonly dossier: (number: number) => string;
}

async function openDesk(): Promise<Desk> {
  const sample = await openSampleReview();
  const { reviewId } = sample;
  const rows = await sample.call('office', 'dossier.list', { reviewId });
  return { ...sample, dossier: (number) => rows.find((row) => row.number === number)?.dossierId ?? '' };
}

async function close(sample: TestBackend): Promise<void> {
  await sample.close();
  removeFolder(sample.folder);
}

const bytes = Buffer.from('审计报告的内容 canary-7Q', 'utf8');
const sentTo = (desk: Desk, number = 1, name = '审计报告.pdf', content: Uint8Array = bytes) => ({
  reviewId: desk.reviewId,
  dossierId: desk.dossier(number),
  name,
  bytes: content,
});

test('a file lies sealed beside the database and opens for the office and for members who may', async () => {
  const desk = await openDesk();
  const { reviewId } = desk;
  const id = await addMaterial(desk, 'office', { ...sentTo(desk), kind: 'audit' });
  for (const path of foundFiles(desk.folder))
    expect([path, readFileSync(path).includes('canary')]).toEqual([path, false]);
  const [listed] = (await desk.call('office', 'dossier.list', { reviewId })).filter(
    ({ number }) => number === 1,
  );
  expect([listed?.materials, listed?.missingMaterials]).toEqual([1, ['licence', 'plan', 'commitment']]);

  const recused = (await desk.call('office', 'recusal.list', { reviewId })).map(
    ({ seatId, dossierId }) => `${seatId} ${dossierId}`,
  );
  for (const seat of desk.members) {
    await desk.unlock('desk', seat);
    const may = !recused.includes(`${seat.seatId} ${desk.dossier(1)}`);
    expect([seat.name, await readMaterial(desk, 'desk', id)]).toEqual([
      seat.name,
      may ? bytes.toString() : ['not-permitted'],
    ]);
  }
  for (const seat of [desk.recorder, desk.supervisor, desk.secretary]) {
    await desk.unlock('other', seat);
    expect(await readMaterial(desk, 'other', id)).toBe(bytes.toString());
  }
  expect(await readMaterial(desk, 'locked', id)).toEqual(['locked']);
  await close(desk);
});

test('versions are kept, a file taken out stays with its reason, and the list says what is missing', async () => {
  const desk = await openDesk();
  const { reviewId } = desk;
  const dossierId = desk.dossier(1);
  const first = await addMaterial(desk, 'office', { ...sentTo(desk), kind: 'audit' });
  const second = await addMaterial(desk, 'office', {
    ...sentTo(desk, 1, '审计报告.pdf', Buffer.from('第二版')),
    kind: 'audit',
  });
  const renamed = await addMaterial(desk, 'office', {
    ...sentTo(desk, 1, '审计报告（盖章）.pdf', Buffer.from('第三版')),
    kind: 'audit',
    replaces: second,
  });
  const versions = async () =>
    (await desk.call('office', 'material.list', { reviewId, dossierId })).materials.map(
      ({ materialId, version, inForce, removed }) => [materialId, version, inForce, removed],
    );
  expect(await versions()).toEqual([
    [first, 1, false, null],
    [second, 2, false, null],
    [renamed, 3, true, null],
  ]);
  expect(await readMaterial(desk, 'office', first)).toBe(bytes.toString());
  // Exactly the same file again changes nothing.
  const uploadId = await sendMaterial(
    desk,
    'office',
    sentTo(desk, 1, '审计报告（盖章）.pdf', Buffer.from('第三版')),
  );
  const again = {
    uploadId,
    dossierId,
    kind: 'audit',
    item: '',
    name: '审计报告（盖章）.pdf',
    replaces: null,
  };
  expect(await desk.call('office', 'material.import', { reviewId, files: [again] })).toEqual({
    added: 0,
    replaced: 0,
    same: 1,
  });
  await desk.call('office', 'material.remove', { reviewId, materialId: renamed, reason: '放错了企业' });
  expect((await versions()).at(-1)).toEqual([renamed, 3, false, '放错了企业']);
  expect((await desk.call('office', 'material.list', { reviewId, dossierId })).missing).toContain('audit');
  expect(
    await desk.refused('office', 'material.remove', { reviewId, materialId: renamed, reason: 'x' }),
  ).toMatchObject({ code: 'not-found' });
  await close(desk);
});

test('one bad file among good ones imports nothing, and all bad ones are named', async () => {
  const desk = await openDesk();
  const { reviewId } = desk;
  const dossierId = desk.dossier(1);
  const names: readonly (readonly [string, string | null])[] = [
    ['好.pdf', null],
    ['账\u202ecod.exe', 'materials.name.hidden'],
    ['CON.pdf', 'materials.name.reserved'],
    ['com1', 'materials.name.reserved'],
    [`${'长'.repeat(296)}.pdf`, 'materials.name.long'],
    ['a/b.pdf', 'materials.name.barred'],
    ['结尾.', 'materials.name.edges'],
    ['好.PDF', 'materials.sameName'],
  ];
  const files = [];
  for (const [name] of names) {
    const uploadId = await sendMaterial(desk, 'office', sentTo(desk, 1, name));
    files.push({ uploadId, dossierId, kind: 'audit', item: '', name, replaces: null });
  }
  const { code, places } = await desk.refused('office', 'material.import', { reviewId, files });
  expect([code, places?.map(({ reason }) => reason)]).toEqual([
    'bad-input',
    names.flatMap(([, reason]) => reason ?? []),
  ]);
  expect(places?.[0]?.path).toBe('账□cod.exe');
  expect((await desk.call('office', 'material.list', { reviewId, dossierId })).materials).toEqual([]);
  expect(readdirSync(join(desk.folder, 'materials'))).toEqual(['staging']);
  await desk.call('office', 'material.discard', { reviewId, uploads: files.map(({ uploadId }) => uploadId) });
  expect(readdirSync(join(desk.folder, 'materials', 'staging'))).toEqual([]);
  await close(desk);
});

test('bytes that aren’t what was announced, an empty file and a stranger’s file are refused and leave nothing', async () => {
  const desk = await openDesk();
  const problem = async (session: string, change: object): Promise<unknown> => {
    const response = await postMaterial(desk, session, { ...sentTo(desk), ...change });
    const body = (await response.json()) as { problem?: { code: string; values?: { what?: string } } };
    return [body.problem?.code, body.problem?.values?.what].filter((part) => part !== undefined);
  };
  expect(await problem('office', { size: bytes.byteLength + 1 })).toEqual(['conflict', 'file-changed']);
  expect(await problem('office', { bytes: new Uint8Array() })).toEqual(['file-empty', 'material-empty']);
  expect(await problem('office', { dossierId: '../../x' })).toEqual(['not-found', 'dossier']);
  expect(await problem('nobody', {})).toEqual(['locked']);
  await desk.unlock('desk', desk.chair);
  expect(await problem('desk', {})).toEqual(['not-permitted']);
  expect(
    existsSync(join(desk.folder, 'materials', 'staging'))
      ? readdirSync(join(desk.folder, 'materials', 'staging'))
      : [],
  ).toEqual([]);
  // What a broken-off import left is swept at the next start.
  await sendMaterial(desk, 'office', sentTo(desk));
  await desk.close();
  const again = await openTestBackend({ folder: desk.folder });
  expect(existsSync(join(desk.folder, 'materials', 'staging'))).toBe(false);
  await close(again);
});

test('a changed byte of a file on disk is noticed when it is read and when all are checked, and the file is named', async () => {
  const desk = await openDesk();
  const { reviewId } = desk;
  const id = await addMaterial(desk, 'office', { ...sentTo(desk), kind: 'audit' });
  await addMaterial(desk, 'office', {
    ...sentTo(desk, 3, '营业执照.png', Buffer.from('图')),
    kind: 'licence',
  });
  const path = foundFiles(join(desk.folder, 'materials')).find((file) => file.includes(desk.dossier(1)));
  if (path === undefined) throw new Error('file');
  expect(await desk.call('office', 'material.check', { reviewId })).toEqual({ checked: 2, damaged: [] });
  const good = readFileSync(path);
  const bad = Buffer.from(good);
  bad.writeUInt8(bad.readUInt8(bad.byteLength - 3) ^ 1, bad.byteLength - 3);
  writeFileSync(path, bad);
  expect(await readMaterial(desk, 'office', id)).toEqual([
    'data-corrupt',
    'material-changed',
    '审计报告.pdf',
  ]);
  const { damaged } = await desk.call('office', 'material.check', { reviewId });
  expect(damaged.map(({ number, name, reason }) => [number, name, reason])).toEqual([
    [1, '审计报告.pdf', 'material-changed'],
  ]);
  await close(desk);
});
