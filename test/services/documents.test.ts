import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentView, PrintedKind } from '../../shared/schema/result.ts';
import type { Seat } from '../../shared/schema/people.ts';
import { verifyPdf } from '../../electron/signing/pdf/verify.ts';
import { closeSound } from '../support/invariants.ts';
import { conclude, openOpenedReview, type OpenedReview } from '../support/opened-review.ts';

const scan = Buffer.from('%PDF-1.4 示例扫描件\n%%EOF\n');

describe('documents', () => {
  let review: OpenedReview;
  beforeEach(async () => {
    review = await openOpenedReview();
  });
  afterEach(() => closeSound(review));

  const choice = (kind: PrintedKind, signing: 'electronic' | 'paper' = 'electronic') => ({
    reviewId: review.reviewId,
    kind,
    signing,
  });
  const make = async (kind: PrintedKind, signing: 'electronic' | 'paper' = 'electronic') => {
    const { documentId } = await review.call('office', 'document.make', choice(kind, signing));
    return documentId;
  };
  const list = () => review.call('office', 'document.list', { reviewId: review.reviewId });
  const documentOf = async (documentId: string): Promise<DocumentView> => {
    const found = (await list()).find((document) => document.documentId === documentId);
    if (found === undefined) throw new Error('no document');
    return found;
  };
  const phase = async () =>
    (await review.call('office', 'review.overview', { reviewId: review.reviewId })).phase;
  const sign = async (documentId: string, seat: Seat) =>
    review.call(await review.unlock(seat), 'document.sign', {
      reviewId: review.reviewId,
      documentId,
      passphrase: review.passphrase(seat),
    });
  const signers = () => review.seats.filter(({ role }) => role !== 'secretary');
  const first = (): Seat => {
    const [seat] = signers();
    if (seat === undefined) throw new Error('no signer');
    return seat;
  };
  const anyMember = (): Seat => {
    const member = review.seats.find(({ role }) => role === 'member');
    if (member === undefined) throw new Error('no member');
    return member;
  };
  const leave = (documentId: string, { seatId }: Seat) =>
    review.call('office', 'document.leftEarly', {
      reviewId: review.reviewId,
      documentId,
      seatId,
      reason: '示例：赶赴外地',
    });

  test('forms, rule card and results are made, with file names that an archive takes', async () => {
    for (const kind of ['sign-in', 'rule-card', 'score-sheets', 'results'] as const) await make(kind);
    const documents = await list();
    expect(documents.map(({ kind }) => kind)).toEqual(['results', 'score-sheets', 'rule-card', 'sign-in']);
    for (const { fileName, fileId, mediaType } of documents) {
      expect(fileName).toMatch(/^[^<>:"/\\|?*]{5,115}\.(pdf|xlsx)$/u);
      const head = Buffer.from((await review.file('office', fileId)).subarray(0, 5)).toString('latin1');
      expect(head).toBe(mediaType === 'application/pdf' ? '%PDF-' : 'PK\u0003\u0004\u0014');
    }
  });

  test('minutes wait for the conclusion and the notice for the signatures, each saying why', async () => {
    const minutes = await review.refused('office', 'document.make', choice('minutes-archive'));
    expect([minutes.code, minutes.places?.map(({ reason }) => reason)]).toEqual([
      'not-ready',
      ['document-need.concluded'],
    ]);
    await conclude(review);
    const notice = await review.refused('office', 'document.make', choice('notice'));
    expect([notice.code, notice.places?.map(({ reason }) => reason)]).toEqual([
      'not-ready',
      ['document-need.signed'],
    ]);
  });

  test('everybody signs one file in turn, it verifies, and the review goes on', async () => {
    await conclude(review);
    const documentId = await make('minutes-archive');
    const seats = signers();
    for (const [index, seat] of seats.entries()) {
      expect(await sign(documentId, seat)).toEqual({ signed: index + 1, of: seats.length });
    }
    const document = await documentOf(documentId);
    expect(new Set(document.signatures.map(({ state }) => state))).toEqual(new Set(['signed']));
    const bytes = await review.file('office', document.fileId);
    const { authority } = await review.call('office', 'panel.get', { reviewId: review.reviewId });
    const expected = seats.map(({ name }) => ({ name }));
    const verification = verifyPdf(bytes, { authority: authority ?? '', expected });
    expect([verification.verdict, verification.signatures.length]).toEqual(['valid', seats.length]);
    expect(verification.unsignedFields).toEqual([]);
    expect(await phase()).toBe('signed');
    const uploadId = await review.upload('office', 'minutes.pdf', bytes);
    const input = { uploadId, authority: authority ?? '', expected: seats.map(({ name }) => name) };
    const shown = await review.call('office', 'verify.pdf', input);
    expect([shown.verdict, shown.lines[0]?.key]).toEqual(['valid', 'verify.valid']);
    const altered = Buffer.from(bytes);
    altered[900] = (altered[900] ?? 0) ^ 1;
    const spoiled = { ...input, uploadId: await review.upload('office', 'altered.pdf', altered) };
    expect((await review.call('office', 'verify.pdf', spoiled)).verdict).not.toBe('valid');
  });

  test('a wrong passphrase and a second signature are refused', async () => {
    await conclude(review);
    const documentId = await make('minutes-archive');
    const tab = await review.unlock(first());
    const wrong = { reviewId: review.reviewId, documentId, passphrase: 'not the passphrase' };
    expect((await review.refused(tab, 'document.sign', wrong)).code).toBe('wrong-passphrase');
    const right = { ...wrong, passphrase: review.passphrase(first()) };
    await review.call(tab, 'document.sign', right);
    expect((await review.refused(tab, 'document.sign', right)).code).toBe('conflict');
  });

  test('two who sign at the same moment don’t lose a signature: the later one is told to try again', async () => {
    await conclude(review);
    const documentId = await make('minutes-archive');
    const [one, two] = signers();
    if (one === undefined || two === undefined) throw new Error('signers');
    const tabs = [await review.unlock(one), await review.unlock(two)];
    const replies = await Promise.all(
      [one, two].map((seat, index) =>
        review.backend.dispatch({
          session: tabs[index] ?? '',
          name: 'document.sign',
          input: { reviewId: review.reviewId, documentId, passphrase: review.passphrase(seat) },
        }),
      ),
    );
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.problem.code)).toSorted()).toEqual([
      'ok',
      'stale',
    ]);
    expect(await sign(documentId, replies[0]?.ok === true ? two : one)).toMatchObject({ signed: 2 });
  });

  test('a new version supersedes an unsigned one; after a signature it is refused', async () => {
    await conclude(review);
    const old = await make('minutes-archive');
    const documentId = await make('minutes-archive');
    expect([(await documentOf(old)).superseded, (await documentOf(documentId)).superseded]).toEqual([
      true,
      false,
    ]);
    await sign(documentId, first());
    const again = await review.refused('office', 'document.make', choice('minutes-archive'));
    expect(again.code).toBe('conflict');
  });

  test('a dissent outdates unsigned minutes, and signed ones refuse it', async () => {
    await conclude(review);
    const old = await make('minutes-archive');
    const member = anyMember();
    const tab = await review.unlock(member);
    await review.call(tab, 'opinion.dissent', { reviewId: review.reviewId, text: '示例不同意见' });
    expect((await documentOf(old)).superseded).toBe(true);
    await sign(await make('minutes-archive'), member);
    const late = { reviewId: review.reviewId, text: '示例，签署之后' };
    expect((await review.refused(tab, 'opinion.dissent', late)).code).toBe('conflict');
  });

  test('paper signatures with a scan and a member who left finish the road; who left can sign later', async () => {
    await conclude(review);
    const documentId = await make('minutes-archive', 'paper');
    const [leaver, ...others] = signers();
    if (leaver === undefined) throw new Error('leaver');
    await leave(documentId, leaver);
    const paper = async (seatIds: string[]) =>
      review.call('office', 'document.paperSigned', {
        reviewId: review.reviewId,
        documentId,
        seatIds,
        uploadId: await review.upload('office', '签署页.pdf', scan),
      });
    await paper(others.map(({ seatId }) => seatId));
    expect(await phase()).toBe('signed');
    await paper([leaver.seatId]);
    const document = await documentOf(documentId);
    expect(new Set(document.signatures.map(({ state }) => state))).toEqual(new Set(['paper']));
    expect(document.scans.map(({ name }) => name)).toEqual(['签署页.pdf', '签署页.pdf']);
  });

  test('a scan is told by its first bytes, and minutes that nobody signs are refused', async () => {
    await conclude(review);
    const documentId = await make('minutes-archive', 'paper');
    const uploadId = await review.upload('office', 'scan.pdf', Buffer.from('MZ no scan'));
    const input = { reviewId: review.reviewId, documentId, uploadId, seatIds: [first().seatId] };
    expect((await review.refused('office', 'document.paperSigned', input)).code).toBe('file-type');
    const seats = signers();
    for (const seat of seats.slice(1)) await leave(documentId, seat);
    const last = { reviewId: review.reviewId, documentId, seatId: first().seatId, reason: '示例' };
    expect((await review.refused('office', 'document.leftEarly', last)).code).toBe('conflict');
  });

  test('a cancelled document leaves nothing behind', async () => {
    const call = { session: 'office', name: 'document.make', input: choice('score-sheets'), task: 'long' };
    const making = review.backend.dispatch(call);
    await review.call('office', 'task.cancel', { task: 'long' });
    expect(await making).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await list()).toEqual([]);
  });

  test('minutes whose content changed while they were set are not kept', async () => {
    await conclude(review);
    const tab = await review.unlock(anyMember());
    const making = review.refused('office', 'document.make', choice('minutes-archive'));
    await review.call(tab, 'opinion.dissent', { reviewId: review.reviewId, text: '示例不同意见' });
    expect((await making).code).toBe('stale');
    expect(await list()).toEqual([]);
  });

  test('a character that the font lacks stops the minutes and is named', async () => {
    await conclude(review);
    const tab = await review.unlock(anyMember());
    await review.call(tab, 'opinion.dissent', { reviewId: review.reviewId, text: '示例\u{1F600}' });
    const refused = await review.refused('office', 'document.make', choice('minutes-archive'));
    expect(refused.code).toBe('glyphs-missing');
  });

  test('the notice names its empty fields, then lists the recommended enterprises', async () => {
    await conclude(review);
    const documentId = await make('minutes-archive');
    const [chief, ...others] = signers();
    if (chief === undefined) throw new Error('chief');
    for (const seat of others) await leave(documentId, seat);
    await sign(documentId, chief);
    const empty = await review.refused('office', 'document.make', choice('notice'));
    expect(empty.places?.map(({ path }) => path)).toEqual(['from', 'to', 'date']);
    const proposed = await review.call('office', 'notice.get', { reviewId: review.reviewId });
    const notice = { ...proposed, from: '2026-11-24', to: '2026-11-30', date: '2026-11-23' };
    await review.call('office', 'notice.save', { reviewId: review.reviewId, notice });
    const made = await documentOf(await make('notice'));
    expect([made.title, made.signing, made.signatures]).toEqual([notice.title, 'none', []]);
    await make('minutes-public');
  });
});
