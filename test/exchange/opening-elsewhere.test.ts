import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  openingAnswerPayload,
  openingRequestPayload,
  witnessPayload,
} from '../../shared/schema/signed-letter.ts';
import { openingOf } from '../../electron/database/opened-sheets.ts';
import { recordOf } from '../../electron/database/record.ts';
import { frozen, reviewById, setPhase } from '../../electron/database/reviews.ts';
import {
  answerParts,
  readRequestParts,
  type AnsweredSheet,
  type InnerFile,
} from '../../electron/exchange/opening-parts.ts';
import { textPart } from '../../electron/exchange/parts.ts';
import { payloadTypes, readPayload, signPayload } from '../../electron/exchange/signed-payload.ts';
import { beginOpening } from '../../electron/services/opening/begin-opening.ts';
import { countedSheets, digestOf } from '../../electron/services/opening/counted-sheets.ts';
import { answeredSheets } from '../../electron/services/opening/receive-answer.ts';
import { requestOpening } from '../../electron/services/opening/request-opening.ts';
import { resultOf } from '../../electron/services/results/tally.ts';
import { frozenScheme } from '../../electron/services/scheme/scheme-store.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { readUnverifiedJws } from '../../electron/signing/jws.ts';
import { openInnerLayer } from '../../electron/signing/sealed-sheet.ts';
import { removeFolder } from '../support/backend.ts';
import { openOfficeDesk, type MemberPlayer, type OfficeDesk } from '../support/office-desk.ts';
import { closeAndOpen, openSampleReview, type SampleReview } from '../support/sample-review.ts';

let sample: SampleReview;
let desk: OfficeDesk;
let chair: MemberPlayer;

beforeEach(async () => {
  sample = await fewSheets();
  desk = await openOfficeDesk(sample);
  chair = await desk.player(sample.chair.seatId);
  desk.write(({ db }) => setPhase(db, desk.reviewId, 'closed'));
});
afterEach(() => {
  desk.close();
  removeFolder(sample.folder);
});

/** Two enterprises only, one of them scored by all seven: the road is the same and quicker. */
async function fewSheets(): Promise<SampleReview> {
  const scored = await openSampleReview('scored');
  const { reviewId } = scored;
  const { dossiers, cells } = await scored.call('office', 'board.get', { reviewId });
  const full = dossiers.findIndex((_one, column) => cells.every((row) => row[column] === 'received'));
  const [other] = dossiers.filter((_one, column) => column !== full);
  for (const { dossierId } of dossiers) {
    if (dossierId === other?.dossierId || dossierId === dossiers[full]?.dossierId) continue;
    await scored.call('office', 'dossier.withdraw', { reviewId, dossierId, reason: '示例' });
  }
  return scored;
}

const phase = () => desk.read(({ db }) => reviewById(db, desk.reviewId).phase);
const begin = () =>
  desk.write((context) =>
    beginOpening(context, { reviewId: desk.reviewId, keeperSeatId: sample.chair.seatId }),
  );
const ask = () =>
  requestOpening(desk.task, {
    reviewId: desk.reviewId,
    keeperSeatId: sample.chair.seatId,
    secretaryPassphrase: sample.passphrase(sample.secretary),
  });

/** What the chair's laptop does: reads the request, opens every inner file, signs for all of them. */
async function answerOf(inner: readonly InnerFile[]): Promise<AnsweredSheet[]> {
  const sheets: AnsweredSheet[] = [];
  for (const { inner: bytes, ...place } of inner)
    sheets.push({ ...place, sheet: await openInnerLayer(bytes, chair.keys.ageIdentity) });
  return sheets;
}
async function requestFor(player: MemberPlayer) {
  const [letter] = (await desk.lettersFor(player)).filter(({ kind }) => kind === 'opening-request');
  async function* parts() {
    for (const [name, bytes] of letter?.parts ?? []) {
      yield { name, size: bytes.byteLength, sha256: sha256Hex(bytes), bytes: one(bytes) };
    }
  }
  const { request, inner } = await readRequestParts(parts());
  const authority = desk.read(({ db }) => frozen(db, desk.reviewId).authority_public);
  const { value } = readPayload(request, authority, payloadTypes.openingRequest, openingRequestPayload);
  return { value, inner };
}
async function* one(bytes: Uint8Array) {
  yield bytes;
}
const payloadOf = (sheet: string): string => sha256Hex(readUnverifiedJws(sheet).payload);
const signerOf = ({ keys }: MemberPlayer) => ({
  privateKey: keys.signingPrivateKey,
  publicSpki: keys.signingPublicSpki,
});
function answerLetter(player: MemberPlayer, digest: string, sheets: readonly AnsweredSheet[]) {
  const listed = sheets.map(({ sheet, ...place }) => ({ ...place, payload: payloadOf(sheet) }));
  const payload = { format: 1 as const, review: desk.reviewId, digest, sheets: listed };
  const answer = signPayload(signerOf(player), payloadTypes.openingAnswer, openingAnswerPayload, payload);
  return player.letter('opening-answer', answerParts(answer, sheets));
}

describe('opening with a keeper whose key is on another laptop', () => {
  test('begun in the record, asked, answered: all sheets at once, and the very result of one laptop', async () => {
    const { digest, count } = begin();
    expect(begin()).toEqual({ digest, count });
    expect(await ask()).toEqual({ count });
    const record = desk.read(({ db }) => recordOf(db, desk.reviewId)).slice(-2);
    const types = record.map(({ body }) => (JSON.parse(body) as { type: string }).type);
    expect(types).toEqual(['opening-begun', 'opening-requested']);
    const { value, inner } = await requestFor(chair);
    expect([value.digest, value.envelopes.length, inner.length]).toEqual([digest, count, count]);
    const letter = await answerLetter(chair, digest, await answerOf(inner));
    expect(await desk.deliver(letter)).toMatchObject({ outcome: 'accepted', party: chair.seat.name });
    expect(phase()).toBe('opened');
    expect((await desk.deliver(letter)).reason).toBe('opened-before');
    const elsewhere = desk.read(({ db }) => resultOf(db, desk.reviewId).view);
    const here = await fewSheets();
    await closeAndOpen(here);
    const { rows } = await here.call('office', 'tally.get', { reviewId: here.reviewId });
    expect(elsewhere.rows.map(({ exact }) => exact)).toEqual(rows.map(({ exact }) => exact));
    await here.close();
    removeFolder(here.folder);
  });

  test('an answer that leaves out, swaps or adds a sheet opens nothing', async () => {
    const { digest } = begin();
    await ask();
    const { inner } = await requestFor(chair);
    const sheets = await answerOf(inner);
    const [first, second, ...rest] = sheets;
    if (first === undefined || second === undefined) throw new Error('sample');
    const deliver = async (given: readonly AnsweredSheet[], player = chair, about = digest) => {
      try {
        return (await desk.deliver(await answerLetter(player, about, given))).reason;
      } catch (error) {
        return String((error as { problem?: { values?: { reason?: string } } }).problem?.values?.reason);
      }
    };
    expect(await deliver([first, ...rest])).toBe('answer-incomplete');
    expect(await deliver([{ ...first, sheet: second.sheet }, second, ...rest])).toBe('answer-sheet');
    expect(await deliver([...sheets, { ...first, seq: 2 }])).toBe('answer-incomplete');
    expect(await deliver(sheets, chair, 'a'.repeat(64))).toBe('answer-stale');
    expect(await deliver(sheets, await desk.player(sample.deputy.seatId))).toBe('answer-stale');
    const other = sample.members.find((seat) => !seat.chair && !seat.deputy);
    expect(await deliver(sheets, await desk.player(other?.seatId ?? ''))).toBe('answer-stale');
    expect([phase(), desk.read(({ db }) => openingOf(db, desk.reviewId))]).toEqual(['closed', undefined]);
    expect(await deliver(sheets)).toBe('');
  });

  test('nothing is asked before it was begun, nor with a wrong passphrase; a lost request may be repeated', async () => {
    await expect(ask()).rejects.toMatchObject({ problem: { values: { what: 'opening-not-begun' } } });
    const { digest } = begin();
    const input = { reviewId: desk.reviewId, keeperSeatId: sample.chair.seatId };
    await expect(
      requestOpening(desk.task, { ...input, secretaryPassphrase: 'no no no no no no' }),
    ).rejects.toMatchObject({ problem: { code: 'wrong-passphrase' } });
    await ask();
    await requestFor(chair);
    await ask();
    const { inner } = await requestFor(chair);
    expect((await desk.deliver(await answerLetter(chair, digest, await answerOf(inner)))).outcome).toBe(
      'accepted',
    );
  });

  test('the supervisor’s own signature stands beside it, of no one else and over no other opening', async () => {
    const { digest } = begin();
    const supervisor = await desk.player(sample.supervisor.seatId);
    const witness = (player: MemberPlayer, about: string, seat = player.seat.id) => {
      const payload = { format: 1 as const, review: desk.reviewId, digest: about, seat, claimedMs: 0 };
      const jws = signPayload(signerOf(player), payloadTypes.witness, witnessPayload, payload);
      return player.letter('witness', [textPart('witness.jws', jws)]).then(desk.deliver);
    };
    await expect(witness(supervisor, 'a'.repeat(64))).rejects.toThrow('witness-stale');
    await expect(witness(chair, digest)).rejects.toThrow('not-supervisor');
    await expect(witness(supervisor, digest, chair.seat.id)).rejects.toThrow('witness-stale');
    expect((await witness(supervisor, digest)).outcome).toBe('accepted');
    expect((await witness(supervisor, digest)).outcome).toBe('already');
    await ask();
    const { inner } = await requestFor(chair);
    await desk.deliver(await answerLetter(chair, digest, await answerOf(inner)));
    expect(desk.read(({ db }) => openingOf(db, desk.reviewId))?.witnesses).toBe(
      JSON.stringify([sample.supervisor.name]),
    );
  });
});

class Undone extends Error {}

describe('every proper subset of seven sheets of one enterprise', () => {
  test('begins no opening, and as an answer opens none', async () => {
    const { reviewId } = desk;
    const counted = desk.read((context) => countedSheets(context, reviewId));
    const byDossier = Map.groupBy(counted.blobs, (row) => row.dossier_id);
    const seven = [...byDossier.values()].find((rows) => rows.length === 7);
    if (seven === undefined) throw new Error('sample');
    const scheme = desk.read(({ db }) => frozenScheme(db, reviewId));
    begin();
    await ask();
    const { inner } = await requestFor(chair);
    const wanted = new Set(seven.map((row) => row.seat_id));
    const sheets = await answerOf(
      inner.filter(({ member, dossier }) => wanted.has(member) && dossier === seven[0]?.dossier_id),
    );
    const listed = sheets.map(({ sheet, ...place }) => ({ ...place, payload: payloadOf(sheet) }));
    expect(answeredSheets(scheme, seven, { sheets: listed }, sheets)).toHaveLength(7);
    for (let subset = 0; subset < 2 ** 7 - 1; subset += 1) {
      const isIn = (_one: unknown, index: number): boolean => (subset & (1 << index)) !== 0;
      const left = seven.filter((row, index) => !isIn(row, index));
      expect(() =>
        desk.write((context) => {
          context.db.run('DROP TRIGGER sheet_blob_no_delete');
          for (const row of left)
            context.db.run(
              'DELETE FROM sheet_blob WHERE seat_id = ? AND dossier_id = ?',
              row.seat_id,
              row.dossier_id,
            );
          beginOpening(context, { reviewId, keeperSeatId: sample.chair.seatId });
          throw new Undone();
        }),
      ).toThrow('not-ready');
      expect(() =>
        answeredSheets(scheme, seven, { sheets: listed.filter(isIn) }, sheets.filter(isIn)),
      ).toThrow('answer-incomplete');
    }
    expect(desk.read((context) => digestOf(countedSheets(context, reviewId)))).toBe(digestOf(counted));
  });
});
