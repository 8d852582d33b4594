import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropBoxClient, fetchJoinFile } from '../../electron/exchange/carriers/box-client.ts';
import { openJoinFile } from '../../electron/exchange/join-file.ts';
import { cheapCost, removeFolder } from '../support/backend.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

let review: SampleReview;
beforeEach(async () => {
  review = await openSampleReview();
});
afterEach(async () => {
  await review.close();
  removeFolder(review.folder);
});

const open = () => review.call('office', 'dropbox.open', { reviewId: review.reviewId, address: '127.0.0.1' });
const state = () => review.call('office', 'dropbox.state', { reviewId: review.reviewId });
const sync = () => review.call('office', 'exchange.sync', { reviewId: review.reviewId });

async function answers(address: string, code: string): Promise<boolean> {
  try {
    await dropBoxClient({ address, code, kdfCost: cheapCost }).list('0'.repeat(16));
    return true;
  } catch {
    return false;
  }
}

test('it is closed until the secretary opens it, and gives the join file to who has the code', async () => {
  expect(await state()).toMatchObject({ open: false, addresses: [], code: '' });
  const { addresses, code } = await open();
  const [address = ''] = addresses;
  expect(code).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/u);
  const content = await openJoinFile(await fetchJoinFile({ address, code, kdfCost: cheapCost }), code);
  expect(content).toMatchObject({ review: review.reviewId });
  expect(content.seats.map(({ name }) => name)).toContain(review.chair.name);
});

test('a lock closes it; the secretary’s next exchange opens it again with the same code and port', async () => {
  const first = await open();
  const [address = ''] = first.addresses;
  await review.call('office', 'session.lock', {});
  await expect.poll(() => answers(address, first.code)).toBe(false);
  await review.unlock('office', review.secretary);
  expect(await state()).toMatchObject({ open: false });
  await sync();
  expect(await state()).toMatchObject({ open: true, code: first.code, addresses: first.addresses });
  expect(await answers(address, first.code)).toBe(true);
});

test('closed by hand it stays closed', async () => {
  const { addresses, code } = await open();
  await review.call('office', 'dropbox.close', { reviewId: review.reviewId });
  await sync();
  expect(await state()).toMatchObject({ open: false, code });
  expect(await answers(addresses[0] ?? '', code)).toBe(false);
});

test('the end of the program closes it', async () => {
  const { addresses, code } = await open();
  await review.close();
  expect(await answers(addresses[0] ?? '', code)).toBe(false);
  review = await openSampleReview('scoring', review.folder);
});

test('nobody but the secretary opens it, and only on an address of this computer', async () => {
  const input = { reviewId: review.reviewId, address: null };
  await review.unlock('recorder', review.recorder);
  expect((await review.refused('recorder', 'dropbox.open', input)).code).toBe('not-permitted');
  expect(
    (await review.refused('office', 'dropbox.open', { ...input, address: '203.0.113.7' })).values,
  ).toEqual({ what: 'box-address' });
});

test('a laptop of the room fetches the join file by address and code, while nobody is unlocked', async () => {
  const { addresses, code } = await open();
  const [address = ''] = addresses;
  const wrong = { address, code: '0000 0000 0000 0000' };
  expect((await review.refused('seat', 'dropbox.fetchJoin', wrong)).values).toMatchObject({
    reason: 'box-code',
  });
  const { uploadId } = await review.call('seat', 'dropbox.fetchJoin', { address, code });
  expect(uploadId).not.toBe('');
});
