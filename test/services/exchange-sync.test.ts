import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../electron/database/open.ts';
import { insertOutbox } from '../../electron/database/letters.ts';
import { MARKER } from '../../electron/exchange/carriers/marker.ts';
import { addresseeOf } from '../../electron/exchange/letter.ts';
import { outboxPath, stageLetter } from '../../electron/exchange/staged-letter.ts';
import { textPart } from '../../electron/exchange/parts.ts';
import { letterBytes, signer, toPut } from '../exchange/letters.ts';
import { removeFolder } from '../support/backend.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

let review: SampleReview;
let folder: string;
let recipient: string;
beforeEach(async () => {
  review = await openSampleReview();
  folder = mkdtempSync(join(tmpdir(), 'paneldesk-share-'));
  recipient = await recipientOf(review.secretary.seatId);
});
afterEach(async () => {
  await review.close();
  removeFolder(review.folder);
  removeFolder(folder);
});

/** The age recipient of a seat, as the store keeps it. */
async function recipientOf(seatId: string): Promise<string> {
  await review.close();
  const store = openStore(review.folder, () => 'stamp');
  const row = store.read((db) =>
    db.first<{ recipient: string }>(
      'SELECT f.recipient FROM profile f JOIN seat s ON s.person_id = f.person_id WHERE s.id = ?',
      seatId,
    ),
  );
  store.close();
  review = await reopened(review.folder);
  if (row === undefined) throw new Error('no profile');
  return row.recipient;
}

async function reopened(data: string): Promise<SampleReview> {
  const again = await openSampleReview('scoring', data);
  return again;
}

const sync = () => review.call('office', 'exchange.sync', { reviewId: review.reviewId });
/** Without the sealed copies that the office makes of itself, which the sample brings. */
const register = async () => {
  const lines = await review.call('office', 'register.list', { reviewId: review.reviewId });
  return lines.filter(({ kind }) => kind !== 'office-copy');
};
const choose = (kind: 'folder' | 'stick' = 'folder') =>
  review.call('office', 'carrier.set', { reviewId: review.reviewId, choice: { kind, folder } });
const lettersIn = (path: string): string[] =>
  readdirSync(path).filter((name) => name !== MARKER && !name.includes('.office-copy.'));

/** A letter of the office that waits, as a service would leave it. */
async function queued(text: string): Promise<string> {
  const id = randomUUID();
  const manifest = {
    kind: 'receipt',
    review: review.reviewId,
    from: 'office',
    number: 1,
    minimum: '0.1.0',
    log: null,
    claimedMs: 0,
  } as const;
  const staged = await stageLetter(review.folder, id, {
    signer,
    recipient,
    manifest,
    parts: [textPart('a.txt', text)],
  });
  await review.close();
  const store = openStore(review.folder, () => 'stamp');
  store.write((db) =>
    insertOutbox(db, {
      id,
      review_id: review.reviewId,
      kind: 'receipt',
      addressee: addresseeOf(recipient),
      party: '林海燕（示例）',
      size: staged.size,
      sha256: staged.sha256,
      made_ms: 0,
    }),
  );
  store.close();
  review = await reopened(review.folder);
  return id;
}

describe('the exchange of a review', () => {
  it('hands the outbox over, reads it back, and notes it once', async () => {
    const id = await queued('一');
    await choose();
    expect(await sync()).toMatchObject({ failure: null, safeToRemove: false, taken: [] });
    expect(existsSync(outboxPath(review.folder, id))).toBe(false);
    expect(lettersIn(folder)).toHaveLength(1);
    const [line] = await register();
    expect(line).toMatchObject({
      direction: 'out',
      kind: 'receipt',
      party: '林海燕（示例）',
      carrier: 'folder',
      outcome: 'sent',
      fileName: lettersIn(folder)[0],
    });
    expect(await sync()).toMatchObject({ sent: 0 });
    expect((await register()).filter(({ direction }) => direction === 'out')).toHaveLength(1);
  });

  it('says that a stick may be taken out only after everything was read back', async () => {
    await queued('一');
    await choose('stick');
    expect((await review.call('office', 'exchange.state', { reviewId: review.reviewId })).safeToRemove).toBe(
      false,
    );
    expect((await sync()).safeToRemove).toBe(true);
  });

  it('waits quietly while the folder is away, keeps every letter, and goes on by itself', async () => {
    await choose();
    const id = await queued('一');
    renameSync(folder, `${folder}-away`);
    expect(await sync()).toMatchObject({ sent: 0, failure: { reason: 'folder-gone' } });
    expect(existsSync(outboxPath(review.folder, id))).toBe(true);
    expect(await register()).toEqual([]);
    renameSync(`${folder}-away`, folder);
    expect(await sync()).toMatchObject({ failure: null });
    expect(await register()).toHaveLength(1);
  });

  it('names files that aren’t ours and registers none of them', async () => {
    await choose();
    writeFileSync(join(folder, '会议通知.docx'), 'PK示例');
    expect(await sync()).toMatchObject({ strangers: ['会议通知.docx'], taken: [] });
    expect(await register()).toEqual([]);
  });

  it('keeps a letter of an unknown sender waiting, without a line for every look', async () => {
    await choose();
    const bytes = await letterBytes({ recipient, review: review.reviewId });
    writeFileSync(join(folder, toPut(recipient, bytes).name), bytes);
    for (const _ of [1, 2, 3])
      expect(await sync()).toMatchObject({
        taken: [],
        waiting: [{ outcome: 'waiting', reason: 'unknown-sender' }],
      });
    expect(await register()).toEqual([]);
  });

  it('refuses a cut-off letter only when it looks the same again, and once', async () => {
    await choose();
    const bytes = await letterBytes({ recipient, review: review.reviewId });
    writeFileSync(join(folder, 'cut.panel'), bytes.subarray(0, 2000));
    expect(await sync()).toMatchObject({ taken: [] });
    expect(await sync()).toMatchObject({ taken: [{ outcome: 'refused', fileName: 'cut.panel' }] });
    expect(await sync()).toMatchObject({ taken: [] });
    await review.close();
    review = await reopened(review.folder);
    await sync();
    await sync();
    expect(await register()).toHaveLength(1);
  });

  it('takes dropped files in any pile and says of each what became of it', async () => {
    const other = await recipientOf(review.chair.seatId);
    const reviewId = review.reviewId;
    const uploads = [
      await review.upload('office', '通知.docx', Buffer.from('PK示例')),
      await review.upload('office', 'chair.panel', await letterBytes({ recipient: other, review: reviewId })),
      await review.upload('office', 'mine.panel', await letterBytes({ recipient, review: reviewId })),
    ];
    const { files } = await review.call('office', 'exchange.deliver', { reviewId, uploadIds: uploads });
    expect(files.map(({ fileName, outcome, reason }) => [fileName, outcome, reason])).toEqual([
      ['通知.docx', 'refused', 'not-ours'],
      ['chair.panel', 'refused', 'not-for-us'],
      ['mine.panel', 'waiting', 'unknown-sender'],
    ]);
    expect((await register()).map(({ fileName }) => fileName)).toEqual(['通知.docx', 'chair.panel']);
    expect((await sync()).waiting).toMatchObject([{ fileName: 'mine.panel' }]);
  });

  it('lets a waiting letter be downloaded and noted as given away by hand', async () => {
    const id = await queued('一');
    const { outbox } = await review.call('office', 'exchange.state', { reviewId: review.reviewId });
    const letter = outbox.find((one) => one.id === id);
    expect(letter).toMatchObject({ kind: 'receipt', party: '林海燕（示例）' });
    const bytes = await review.file('office', `outbox-${id}`);
    expect(bytes.byteLength).toBe(letter?.size);
    await review.call('office', 'exchange.handOut', { reviewId: review.reviewId, ids: [id] });
    expect(await register()).toMatchObject([{ direction: 'out', carrier: 'hand', outcome: 'sent' }]);
    expect(existsSync(outboxPath(review.folder, id))).toBe(false);
  });

  it('is for people of the review only', async () => {
    const unlocked = { reviewId: review.reviewId };
    expect((await review.refused('nobody', 'exchange.sync', unlocked)).code).toBe('locked');
    expect((await review.refused('nobody', 'register.list', unlocked)).code).toBe('locked');
  });

  it('takes neither a missing folder nor its own data folder as carrier', async () => {
    const set = (path: string) =>
      review.refused('office', 'carrier.set', {
        reviewId: review.reviewId,
        choice: { kind: 'folder', folder: path },
      });
    expect((await set(join(folder, 'missing'))).values).toEqual({ what: 'carrier-folder' });
    expect((await set(review.folder)).values).toEqual({ what: 'carrier-own-data' });
  });
});
