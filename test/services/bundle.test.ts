import { describe, expect, it } from 'vitest';
import type { BundleReport } from '../../electron/exchange/bundle/verify-bundle.ts';
import { verifyBundle } from '../../electron/exchange/bundle/verify-bundle.ts';
import { readBundle } from '../../electron/exchange/bundle/read-bundle.ts';
import { disagreement, hasPython, SecondVerifier } from '../support/bundle/second-verifier.ts';
import { failedOf, statusOf } from '../support/bundle/corpus.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

function chairOf({ seats }: OpenedReview): OpenedReview['seats'][number] {
  const chair = seats.find((seat) => seat.chair);
  if (chair === undefined) throw new Error('chair');
  return chair;
}

/** Concluded, the minutes signed by the chair; the others had to leave. */
async function signMinutes(review: OpenedReview): Promise<string> {
  const { reviewId } = review;
  await conclude(review);
  const { documentId } = await review.call('office', 'document.make', {
    reviewId,
    kind: 'minutes-archive',
    signing: 'electronic',
  });
  const chair = chairOf(review);
  const documents = await review.call('office', 'document.list', { reviewId });
  for (const { seatId } of documents.find((one) => one.documentId === documentId)?.signatures ?? []) {
    if (seatId === chair.seatId) continue;
    await review.call('office', 'document.leftEarly', {
      reviewId,
      documentId,
      seatId,
      reason: '示例：有急事',
    });
  }
  const tab = await review.unlock(chair);
  await review.call(tab, 'document.sign', { reviewId, documentId, passphrase: review.passphrase(chair) });
  return documentId;
}

function badLines({ lines }: BundleReport): readonly unknown[] {
  return lines.filter(({ state }) => state === 'bad');
}

async function authorityOf(review: OpenedReview): Promise<string> {
  const { authority } = await review.call('office', 'review.overview', { reviewId: review.reviewId });
  return authority ?? '';
}

const made: { name: string; bytes: Uint8Array; pin: string }[] = [];

describe('the result bundle of the sample review', () => {
  it('passes every check, whole and reduced', async () => {
    const review = await openOpenedReview();
    const { reviewId } = review;
    await signMinutes(review);
    const chair = chairOf(review);
    const keeper = { seatId: chair.seatId, passphrase: review.passphrase(chair) };
    const refused = await review.refused('office', 'bundle.make', {
      reviewId,
      keeper: { ...keeper, passphrase: '不是这个口令不是这个口令' },
    });
    expect(refused.code).toBe('wrong-passphrase');
    const { documentId } = await review.call('office', 'bundle.make', { reviewId, keeper });
    const bytes = await review.file('office', `document-${documentId}`);
    const authority = await authorityOf(review);
    const report = verifyBundle(bytes, { authority });
    expect(badLines(report)).toEqual([]);
    expect(report.keeperMissing).toBe(false);
    const judged = report.lines.filter(({ state }) => state === 'good').map(({ number }) => number);
    expect(judged).toEqual(
      expect.arrayContaining(['2A', '3C', '4A', '5A', '7C', '8A', '8B', '9D', '9F', '10E']),
    );
    const { resultHash, rows } = await review.call('office', 'tally.get', { reviewId });
    expect(Buffer.from(bytes).includes(resultHash)).toBe(true);

    const dossierId = rows[1]?.dossierId ?? '';
    const cut = await review.call('office', 'bundle.makeReduced', { reviewId, dossierId });
    const reduced = await review.file('office', `document-${cut.documentId}`);
    const cutReport = verifyBundle(reduced, { authority });
    expect(badLines(cutReport)).toEqual([]);
    const unjudged = cutReport.lines
      .filter(({ state }) => state === 'not-judged')
      .map(({ number }) => number);
    expect(unjudged).toEqual(expect.arrayContaining(['4E', '7A', '8B', '9F', '10E']));
    // Neither names of people nor other applicants.
    const text = Buffer.from(reduced).toString('utf8');
    const payloads = [...text.matchAll(/\.([A-Za-z0-9_-]+)\./gu)].map(([, one = '']) =>
      Buffer.from(one, 'base64url').toString('utf8'),
    );
    const told = [text, ...payloads].join('\n');
    const others = rows.filter((row) => row.dossierId !== dossierId);
    expect([...review.seats, ...others].filter(({ name }) => told.includes(name))).toEqual([]);
    made.push({ name: 'whole', bytes, pin: authority }, { name: 'reduced', bytes: reduced, pin: authority });
    await review.close();
  }, 120_000);

  it.skipIf(!hasPython())(
    'and the second verifier says the same of both',
    async () => {
      const second = new SecondVerifier();
      const verdicts = [];
      for (const { name, bytes, pin } of made) {
        const report = verifyBundle(bytes, { authority: pin });
        const ours = { status: statusOf(report), failed: failedOf(report) };
        const one = { name, bytes: Buffer.from(bytes), pin, line: null };
        verdicts.push(disagreement(name, ours, await second.judge(one)));
      }
      second.close();
      expect(verdicts).toEqual([null, null]);
    },
    120_000,
  );

  it('says when the chair’s key was elsewhere, and grows with the record', async () => {
    const review = await openOpenedReview();
    const { reviewId } = review;
    await signMinutes(review);
    await review.call('office', 'bundle.make', { reviewId, keeper: null });
    const second = await review.call('office', 'bundle.make', { reviewId, keeper: null });
    const report = verifyBundle(await review.file('office', `document-${second.documentId}`));
    expect(badLines(report)).toEqual([]);
    expect(report.keeperMissing).toBe(true);
    expect(report.pinned).toBe(false);
    const documents = await review.call('office', 'document.list', { reviewId });
    expect(
      documents.filter(({ kind }) => kind === 'result-bundle').map(({ superseded }) => superseded),
    ).toEqual([false, true]);
    const read = readBundle(await review.file('office', `document-${second.documentId}`));
    const record = read.state === 'read' ? read.parts.get('record.json')?.toString('utf8') : '';
    expect(record?.split('result-closed').length).toBe(3);
    await review.close();
  }, 120_000);

  it('isn’t made before the minutes are signed', async () => {
    const review = await openOpenedReview();
    const { reviewId } = review;
    expect((await review.refused('office', 'bundle.make', { reviewId, keeper: null })).code).toBe(
      'wrong-phase',
    );
    expect((await review.refused('office', 'bundle.makeReduced', { reviewId, dossierId: 'd' })).code).toBe(
      'wrong-phase',
    );
    await review.close();
  }, 120_000);
});
