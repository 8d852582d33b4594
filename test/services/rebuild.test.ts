import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTestBackend, removeFolder } from '../support/backend.ts';
import { closeAndOpen, openSampleReview, type SampleReview } from '../support/sample-review.ts';

/** As the sample's freezing sets it. */
const recoveryPassphrase = '示例恢复口令-晋阳-0001';
const passphrase = '新电脑的示例口令一二三四';

function copyIn(folder: string): Buffer {
  const [name] = readdirSync(join(folder, 'outbox')).filter((one) => one.endsWith('.panel'));
  return readFileSync(join(folder, 'outbox', name ?? ''));
}

async function restoreInto(sample: SampleReview, copy: Uint8Array, recovery: Uint8Array) {
  const fresh = await openTestBackend();
  const recoveryUploadId = await fresh.upload('tab', '数据恢复文件.json', recovery);
  const copyUploadId = await fresh.upload('tab', 'copy.panel', copy);
  return { fresh, input: { recoveryUploadId, copyUploadId, recoveryPassphrase, passphrase } };
}

test('a lost laptop is built again from the recovery file and a copy: same sheets, same result', async () => {
  const sample = await openSampleReview('scored');
  const { reviewId } = sample;
  const drilled = await sample.call('office', 'rebuild.drill', {
    reviewId,
    recoveryPassphrase,
    copyUploadId: null,
  });
  expect(drilled).toMatchObject({ copySize: drilled.recordSize, resend: [] });
  const record = await sample.call('office', 'record.list', { reviewId });
  expect(record.at(-1)?.type).toBe('rebuild-drill');
  expect(readdirSync(sample.folder)).not.toContain('rebuild');
  const copy = copyIn(sample.folder);
  const recovery = await sample.file('office', `recovery-${reviewId}`);
  await closeAndOpen(sample);
  const { resultHash, rows } = await sample.call('office', 'tally.get', { reviewId });
  const { fresh, input } = await restoreInto(sample, copy, recovery);
  expect((await fresh.refused('tab', 'rebuild.restore', { ...input, recoveryPassphrase: 'x' })).code).toBe(
    'wrong-passphrase',
  );
  expect(await fresh.call('tab', 'rebuild.restore', input)).toEqual({ reviewId });
  const rebuilt = { ...sample, ...fresh, call: fresh.call };
  await fresh.call('office', 'session.unlock', { personId: sample.secretary.personId, passphrase });
  expect((await fresh.call('office', 'record.list', { reviewId })).at(-1)?.type).toBe('office-rebuilt');
  const own = {
    ...rebuilt,
    passphrase: (seat: typeof sample.chair) =>
      seat.seatId === sample.secretary.seatId ? passphrase : sample.passphrase(seat),
  };
  await closeAndOpen(own);
  const again = await fresh.call('office', 'tally.get', { reviewId });
  expect(again.resultHash).toBe(resultHash);
  expect(again.rows).toEqual(rows);
  const taken = await restoreInto(sample, copy, recovery);
  const again2 = await fresh.upload('office', 'a.json', recovery);
  const copy2 = await fresh.upload('office', 'b.panel', copy);
  expect(
    (
      await fresh.refused('office', 'rebuild.restore', {
        ...input,
        recoveryUploadId: again2,
        copyUploadId: copy2,
      })
    ).values,
  ).toMatchObject({ what: 'rebuild-not-empty' });
  for (const one of [sample, fresh, taken.fresh]) {
    await one.close();
    removeFolder(one.folder);
  }
});

test('a copy that isn’t one, is cut off, or of another recovery file is refused and leaves nothing', async () => {
  const sample = await openSampleReview();
  const { reviewId } = sample;
  await sample.call('office', 'rebuild.drill', { reviewId, recoveryPassphrase, copyUploadId: null });
  const copy = copyIn(sample.folder);
  const recovery = await sample.file('office', `recovery-${reviewId}`);
  const reasons: unknown[] = [];
  for (const bytes of [Buffer.from('%PDF-1.7'), copy.subarray(0, copy.byteLength - 100)]) {
    const { fresh, input } = await restoreInto(sample, bytes, recovery);
    reasons.push((await fresh.refused('tab', 'rebuild.restore', input)).values?.['reason']);
    expect(readdirSync(fresh.folder)).not.toContain('rebuild');
    await fresh.close();
    removeFolder(fresh.folder);
  }
  expect(reasons).toEqual(['not-ours', 'truncated']);
  await sample.close();
  removeFolder(sample.folder);
});
