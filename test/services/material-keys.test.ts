import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../electron/database/driver.ts';
import { removeFolder } from '../support/backend.ts';
import { addMaterial, readMaterial } from '../support/materials.ts';
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

const bytes = Buffer.from('审计报告的内容 canary-7Q', 'utf8');
const sentTo = (desk: Desk, number = 1, name = '审计报告.pdf', content: Uint8Array = bytes) => ({
  reviewId: desk.reviewId,
  dossierId: desk.dossier(number),
  name,
  bytes: content,
});

test('a recused member neither reads the file nor keeps a key of it', async () => {
  const desk = await openDesk();
  const { reviewId, members } = desk;
  const [seat] = members;
  if (seat === undefined) throw new Error('member');
  const id = await addMaterial(desk, 'office', { ...sentTo(desk, 2), kind: 'audit' });
  await desk.unlock('desk', seat);
  expect(await readMaterial(desk, 'desk', id)).toBe(bytes.toString());
  await desk.call('office', 'recusal.record', {
    reviewId,
    seatId: seat.seatId,
    dossierId: desk.dossier(2),
    reason: '示例',
  });
  expect(await readMaterial(desk, 'desk', id)).toEqual(['not-permitted']);
  await desk.close();
  const connection = openConnection(join(desk.folder, 'paneldesk.db'));
  const shares = connection
    .prepare(
      'SELECT count(*) AS n FROM vault_share WHERE dossier_id = ? AND reader = (SELECT recipient FROM profile WHERE person_id = ?)',
    )
    .get(desk.dossier(2), seat.personId);
  expect(shares).toEqual({ n: 0 });
  connection.close();
  removeFolder(desk.folder);
});

test('who is seated or sets a passphrase later gets the keys at the secretary’s next act; who lost one reads again', async () => {
  const desk = await openDesk();
  const { reviewId, members, chair, passphrase, secretary } = desk;
  const id = await addMaterial(desk, 'office', { ...sentTo(desk, 5), kind: 'plan' });
  const { personId } = await desk.call('office', 'person.save', {
    personId: null,
    person: {
      name: '后来（示例）',
      organisation: '示例',
      title: '',
      field: '',
      kind: 'staff',
      phone: '0351-0000000',
    },
  });
  await desk.call('office', 'panel.seat', { reviewId, personId, role: 'recorder', kind: 'staff' });
  await desk.call('late', 'session.create', { personId, passphrase: '清风徐来水波不兴举酒属客' });
  expect(await readMaterial(desk, 'late', id)).toEqual(['not-ready', 'material-share']);
  await desk.unlock('office', secretary);
  expect(await readMaterial(desk, 'late', id)).toBe(bytes.toString());

  const lost = members.find((seat) => !seat.chair && !seat.deputy);
  if (lost === undefined) throw new Error('member');
  await desk.call('office', 'panel.reseat', {
    reviewId,
    seatId: lost.seatId,
    reason: '忘记口令',
    secretaryPassphrase: passphrase(secretary),
    keeperSeatId: chair.seatId,
    keeperPassphrase: passphrase(chair),
  });
  await desk.call('lost', 'session.create', {
    personId: lost.personId,
    passphrase: '清风徐来水波不兴举酒属客',
  });
  expect(await readMaterial(desk, 'lost', id)).toEqual(['not-ready', 'material-share']);
  await desk.unlock('office', secretary);
  expect(await readMaterial(desk, 'lost', id)).toBe(bytes.toString());
  await desk.close();
  removeFolder(desk.folder);
});
