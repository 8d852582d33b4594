import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '../../shared/api/contract.ts';
import type { Handwriting } from '../../shared/schema/handwriting.ts';
import type { Seat } from '../../shared/schema/people.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { fixture, password } from '../signing/pkcs12-support.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

const handwriting: Handwriting = {
  kind: 'strokes',
  strokes: [
    [100, 60, 300, 240, 700, 60],
    [800, 150],
  ],
};

describe('signing by hand and with a certificate file', () => {
  let review: OpenedReview;
  let documentId = '';
  beforeEach(async () => {
    review = await openOpenedReview();
    await conclude(review);
    const { reviewId } = review;
    const made = await review.call('office', 'document.make', {
      reviewId,
      kind: 'minutes-archive',
      signing: 'electronic',
    });
    ({ documentId } = made);
  });
  afterEach(() => closeSound(review));

  const signer = (index: number): Seat => {
    const seat = review.seats.filter(({ role }) => role !== 'secretary')[index];
    if (seat === undefined) throw new Error('no signer');
    return seat;
  };
  const inputOf = (seat: Seat, more: Partial<InputOf<'document.sign'>> = {}): InputOf<'document.sign'> => ({
    reviewId: review.reviewId,
    documentId,
    passphrase: review.passphrase(seat),
    ...more,
  });
  const withFile = async (tab: string, name: string, word = password) => {
    const uploadId = await review.upload(tab, name, fixture(name));
    return { uploadId, password: word };
  };
  const present = async () => {
    const documents = await review.call('office', 'document.list', { reviewId: review.reviewId });
    const document = documents.find(({ documentId: id }) => id === documentId);
    if (document === undefined) throw new Error('no document');
    return { document, bytes: await review.file('office', document.fileId) };
  };

  test('one signs by hand, one with the organisation’s file, one with the own key, and all three hold', async () => {
    const [first, second, third] = [signer(0), signer(1), signer(2)];
    await review.call(await review.unlock(first), 'document.sign', inputOf(first, { handwriting }));
    const tab = await review.unlock(second);
    const certificate = await withFile(tab, 'organisation-rsa-rc2.p12');
    await review.call(tab, 'document.sign', inputOf(second, { certificate, handwriting }));
    await review.call(await review.unlock(third), 'document.sign', inputOf(third));
    const { document, bytes } = await present();
    const { signatures } = verifyPdf(bytes);
    expect(signatures.map(({ proof, intact }) => [proof, intact])).toEqual(Array(3).fill(['issuer', true]));
    expect(signatures.map(({ signer: name }) => name)).toEqual([first.name, '示例市商务局', third.name]);
    const shown = document.signatures.find(({ seatId }) => seatId === second.seatId);
    expect(shown).toMatchObject({
      state: 'signed',
      reason: `示例市商务局 ${signatures[1]?.certificateFingerprint ?? ''}`,
    });
    expect(signatures[1]?.reason).toContain(second.name);
  });

  test('a wrong password is refused, the file is forgotten, and nothing is signed', async () => {
    const tab = await review.unlock(signer(0));
    const certificate = await withFile(tab, 'organisation-ec-pbes2.p12', 'wrong');
    const input = inputOf(signer(0), { certificate });
    const refused = await review.refused(tab, 'document.sign', input);
    expect([refused.code, refused.places?.[0]?.reason]).toEqual([
      'certificate-file',
      'certificate-file.password',
    ]);
    expect((await review.refused(tab, 'document.sign', input)).code).toBe('not-found');
    expect(verifyPdf((await present()).bytes).signatures).toEqual([]);
  });

  test('handwriting beyond the pad or of the wrong size is refused', async () => {
    const tab = await review.unlock(signer(0));
    const wrong: Handwriting[] = [
      { kind: 'strokes', strokes: [[901, 1]] },
      { kind: 'strokes', strokes: [] },
      { kind: 'picture', width: 20, height: 4, bits: Buffer.alloc(11).toString('base64') },
      { kind: 'picture', width: 2000, height: 4, bits: Buffer.alloc(1000).toString('base64') },
    ];
    for (const drawn of wrong) {
      expect(
        (await review.refused(tab, 'document.sign', inputOf(signer(0), { handwriting: drawn }))).code,
      ).toBe('bad-input');
    }
  });

  test('the archive minutes carry the very record whose digest they print', async () => {
    const { resultHash } = await review.call('office', 'tally.get', { reviewId: review.reviewId });
    const { attachments } = verifyPdf((await present()).bytes);
    expect(attachments.map(({ name, sha256 }) => [name, sha256])).toEqual([
      ['result-record.json', resultHash],
    ]);
    expect(sha256Hex(attachments[0]?.content ?? '')).toBe(resultHash);
    const made = await review.call('office', 'document.make', {
      reviewId: review.reviewId,
      kind: 'minutes-public',
      signing: 'electronic',
    });
    documentId = made.documentId;
    expect(verifyPdf((await present()).bytes).attachments).toEqual([]);
  });
});
