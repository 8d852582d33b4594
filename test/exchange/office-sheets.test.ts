import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { receiptPayload } from '../../shared/schema/signed-letter.ts';
import { recordEndOf, recordHashAt, recordOf } from '../../electron/database/record.ts';
import { insertRecusal } from '../../electron/database/recusals.ts';
import { boardHandlers } from '../../electron/services/sheets/board.ts';
import { frozen, setPhase } from '../../electron/database/reviews.ts';
import { latestBlobs } from '../../electron/database/sheets.ts';
import { sheetParts, type SentEnvelope } from '../../electron/exchange/sheet-parts.ts';
import { payloadTypes, readPayload } from '../../electron/exchange/signed-payload.ts';
import { openConflicts } from '../../electron/database/received-sheets.ts';
import { frozenScheme } from '../../electron/services/scheme/scheme-store.ts';
import { brokenInvariants } from '../../electron/database/invariants.ts';
import { sha256Hex } from '../../electron/signing/fingerprint.ts';
import { readUnverifiedJws } from '../../electron/signing/jws.ts';
import { generateSigningKey } from '../../electron/signing/profile-keys.ts';
import { insertProfile, retireProfile } from '../../electron/database/profiles.ts';
import { renewRoster } from '../../electron/services/panel/roster.ts';
import { removeFolder } from '../support/backend.ts';
import { openDesk, openOfficeDesk, type MemberPlayer, type OfficeDesk } from '../support/office-desk.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let sample: SampleReview;
let desk: OfficeDesk;
let member: MemberPlayer;
let dossiers: string[];
let scores: Record<string, string>;

beforeEach(async () => {
  sample = await openSampleReview();
  const { missing } = await sample.call('office', 'board.get', { reviewId: sample.reviewId });
  const other = sample.members.find(({ chair, deputy }) => !chair && !deputy);
  desk = await openOfficeDesk(sample);
  member = await desk.player(other?.seatId ?? '');
  dossiers = missing.filter(({ seatId }) => seatId === member.seat.id).map(({ dossierId }) => dossierId);
  const { items } = desk.read(({ db }) => frozenScheme(db, desk.reviewId));
  scores = Object.fromEntries(items.map(({ id }) => [id, '1']));
});
afterEach(() => {
  const broken = desk.read(({ db }) => brokenInvariants(db));
  if (broken.length > 0) throw new Error(`broken: ${broken.join(', ')}`);
  desk.close();
  removeFolder(sample.folder);
});

const dossier = (index = 0): string => dossiers[index] ?? '';
const sendOf = (player: MemberPlayer, envelopes: readonly SentEnvelope[]) =>
  player.letter('sheets', sheetParts(envelopes)).then((bytes) => desk.deliver(bytes));
const send = (...envelopes: SentEnvelope[]) => sendOf(member, envelopes);
const inForce = () =>
  desk
    .read(({ db }) => latestBlobs(db, desk.reviewId))
    .map((row) => [row.dossier_id, row.seq, row.kind, row.envelope_hash]);
const cell = (dossierId: string) => {
  const board = desk.read((context) => boardHandlers['board.get'](context, { reviewId: desk.reviewId }));
  const row = board.members.findIndex(({ seatId }) => seatId === member.seat.id);
  const column = board.dossiers.findIndex((one) => one.dossierId === dossierId);
  return [board.cells[row]?.[column], board.sources[row]?.[column]];
};

describe('sheets of letters', () => {
  test('are receipted with the record’s end right after their entry, and stand in it by identity', async () => {
    const one = await member.sheet(dossier(), 1, null, scores);
    expect(await send(one)).toMatchObject({ outcome: 'accepted', reason: '', party: member.seat.name });
    expect(cell(dossier())).toEqual(['unacknowledged', 'letter']);
    const [letter] = await desk.lettersFor(member);
    const authority = desk.read(({ db }) => frozen(db, desk.reviewId).authority_public);
    const jws = letter?.parts.get(`${dossier()}.1.receipt.jws`)?.toString('utf8') ?? '';
    const { value } = readPayload(jws, authority, payloadTypes.receipt, receiptPayload);
    expect(value).toMatchObject({ member: member.seat.id, seq: 1, envelope: one.hash });
    const entry = desk.read(({ db }) => recordOf(db, desk.reviewId)[value.log.size - 1]);
    expect(entry?.hash).toBe(value.log.head);
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({
      type: 'sheets-received',
      values: { hashes: one.hash },
    });
  });

  test('come in any order: what comes too early waits for the one in front of it', async () => {
    const one = await member.sheet(dossier(), 1, null, scores);
    const two = member.withdrawal(dossier(), 2, one.hash);
    const three = await member.sheet(dossier(), 3, identity(two), scores);
    expect(await send(three)).toMatchObject({ reason: 'sheets-mixed', values: { waiting: 1, received: 0 } });
    expect(inForce()).toEqual([]);
    expect((await send(two)).values).toMatchObject({ waiting: 2 });
    expect((await send(one)).outcome).toBe('accepted');
    expect(inForce()).toEqual([[dossier(), 3, 'sheet', three.hash]]);
  });

  test('come any number of times: the receipt is the same', async () => {
    const one = await member.sheet(dossier(), 1, null, scores);
    await send(one);
    expect(await send(one)).toMatchObject({ outcome: 'already', reason: 'already' });
    const letters = await desk.lettersFor(member);
    const receipts = letters.map(({ parts }) => parts.get(`${dossier()}.1.receipt.jws`)?.toString('utf8'));
    expect(receipts[0]).toBe(receipts[1]);
    expect(inForce()).toHaveLength(1);
  });

  test('two with one number: both kept, the opening shut, until a higher number resolves it', async () => {
    const one = await member.sheet(dossier(), 1, null, scores);
    const other = await member.sheet(dossier(), 1, null, { ...scores });
    await send(one);
    expect(await send(other)).toMatchObject({ outcome: 'refused', reason: 'two-with-one-number' });
    expect(cell(dossier())).toEqual(['conflict', 'letter']);
    expect(desk.read(({ db }) => openConflicts(db, desk.reviewId))).toHaveLength(1);
    // The member's laptop went on from the other one.
    const two = member.withdrawal(dossier(), 2, other.hash);
    const three = await member.sheet(dossier(), 3, identity(two), scores);
    await send(two, three);
    expect(cell(dossier())[0]).toBe('unacknowledged');
    expect(inForce()).toEqual([[dossier(), 3, 'sheet', three.hash]]);
  });

  test('of a recused pair, after the closing, altered or of nobody’s roster are refused, each with its reason', async () => {
    const [first = '', second = '', third = '', fourth = ''] = dossiers;
    const sheets = await Promise.all(dossiers.slice(0, 4).map((id) => member.sheet(id, 1, null, scores)));
    const [recused, altered, late, inTime] = sheets;
    if (recused === undefined || altered === undefined || late === undefined || inTime === undefined)
      throw new Error('sample');
    desk.write(({ db }) =>
      insertRecusal(db, { seat_id: member.seat.id, dossier_id: first, reason: '示例', late: 1, made_ms: 0 }),
    );
    expect((await send(recused)).reason).toBe('recused');
    expect((await send({ ...altered, sealed: Buffer.from('x') })).reason).toBe('sealed-altered');
    expect((await send({ ...altered, dossier: third })).reason).toBe('envelope-invalid');
    expect((await send({ ...altered, envelope: 'a.b.c' })).reason).toBe('roster-unknown');
    await send(inTime);
    desk.write(({ db }) => setPhase(db, desk.reviewId, 'closed'));
    // A missing one may still come, one that is in is settled.
    expect((await send(late)).outcome).toBe('accepted');
    expect((await send(member.withdrawal(fourth, 2, inTime.hash))).reason).toBe('after-closing');
    expect((await send(inTime)).outcome).toBe('already');
    const refusals = (await desk.lettersFor(member)).flatMap(({ parts }) =>
      [...parts]
        .filter(([name]) => name.endsWith('.refusal.json'))
        .map(([, text]) => JSON.parse(text.toString()) as unknown),
    );
    expect(refusals).toContainEqual({ envelope: recused.hash, reason: 'recused' });
    expect(cell(second)[0]).toBe('missing');
  });

  test('under a revoked key are refused, but for what was received before', async () => {
    const one = await member.sheet(dossier(0), 1, null, scores);
    const two = await member.sheet(dossier(1), 1, null, scores);
    await send(one);
    desk.write((context) => {
      const { person_id: personId, recipient } = member.seat;
      retireProfile(context.db, personId, context.nowMs);
      const row = { id: 'new', person_id: personId, keys: '{}', public_key: generateSigningKey().publicSpki };
      insertProfile(
        context.db,
        { ...row, recipient: recipient ?? '', place: 'elsewhere', guard: 'passphrase' },
        0,
      );
      renewRoster(context, desk.reviewId);
    });
    expect((await send(two)).reason).toBe('key-revoked');
    expect((await send(one)).outcome).toBe('already');
  });
});

describe('a member’s laptop as a witness', () => {
  test('says nothing while the record leads through what it saw, and everything when it doesn’t', async () => {
    const backup = mkdtempSync(join(tmpdir(), 'paneldesk-test-'));
    const one = await member.sheet(dossier(0), 1, null, scores);
    const two = await member.sheet(dossier(1), 1, null, scores);
    desk.close();
    cpSync(join(sample.folder, 'paneldesk.db'), join(backup, 'paneldesk.db'));
    desk = await openDesk(sample.folder, sample);
    await send(one);
    const seen = desk.read(({ db }) => recordEndOf(db, desk.reviewId));
    const witness = async () => desk.deliver(await member.letter('sheets', sheetParts([two]), seen));
    await witness();
    const contradictions = () =>
      desk.read((context) => boardHandlers['board.get'](context, { reviewId: desk.reviewId })).contradictions;
    expect(contradictions()).toEqual([]);
    desk.close();
    // Somebody put an older backup in place of the office's data.
    removeFolder(sample.folder);
    cpSync(backup, sample.folder, { recursive: true });
    desk = await openDesk(sample.folder, sample);
    await witness();
    expect(contradictions()).toEqual([{ name: member.seat.name, seen: seen.size, size: seen.size - 1 }]);
    expect(desk.read(({ db }) => recordHashAt(db, desk.reviewId, seen.size))).not.toBe(seen.head);
    await witness();
    expect(contradictions()).toHaveLength(1);
    removeFolder(backup);
  });
});

function identity(sent: SentEnvelope): string {
  return sha256Hex(readUnverifiedJws(sent.envelope).payload);
}
