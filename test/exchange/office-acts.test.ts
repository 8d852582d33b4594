import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absencePayload, declarationPayload } from '../../shared/schema/signed-letter.ts';
import { activeDossiers } from '../../electron/database/dossiers.ts';
import { recordOf } from '../../electron/database/record.ts';
import { recusalsOf } from '../../electron/database/recusals.ts';
import { seatById } from '../../electron/database/seats.ts';
import { absencesOf } from '../../electron/database/sheets.ts';
import { textPart } from '../../electron/exchange/parts.ts';
import { payloadTypes, signPayload } from '../../electron/exchange/signed-payload.ts';
import { requireSignedActs } from '../../electron/services/results/signed-acts.ts';
import { requestAbsences } from '../../electron/services/sheets/request-absences.ts';
import { removeFolder } from '../support/backend.ts';
import { openOfficeDesk, type MemberPlayer, type OfficeDesk } from '../support/office-desk.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';

let sample: SampleReview;
let desk: OfficeDesk;
let member: MemberPlayer;
let chair: MemberPlayer;

beforeEach(async () => {
  sample = await openSampleReview();
  desk = await openOfficeDesk(sample);
  const other = sample.members.find((seat) => !seat.chair && !seat.deputy);
  member = await desk.player(other?.seatId ?? '');
  chair = await desk.player(sample.chair.seatId);
});
afterEach(() => {
  desk.close();
  removeFolder(sample.folder);
});

const signerOf = ({ keys }: MemberPlayer) => ({
  privateKey: keys.signingPrivateKey,
  publicSpki: keys.signingPublicSpki,
});
const dossierIds = () => desk.read(({ db }) => activeDossiers(db, desk.reviewId)).map(({ id }) => id);
const lastEntry = () => {
  const [row] = desk.read(({ db }) => recordOf(db, desk.reviewId)).slice(-1);
  return JSON.parse(row?.body ?? '{}') as { type: string; actor: string };
};

describe('a declaration of conflicts from a member’s laptop', () => {
  const declare = (recusals: readonly string[], dossiers = dossierIds()) => {
    const payload = {
      format: 1 as const,
      review: desk.reviewId,
      member: member.seat.id,
      seq: 1,
      dossiers: dossiers.toSorted(),
      recusals: recusals.map((dossier) => ({ dossier, reason: '示例：持有股份' })),
      claimedMs: 0,
    };
    const jws = signPayload(signerOf(member), payloadTypes.declaration, declarationPayload, payload);
    return member.letter('declaration', [textPart('declaration.jws', jws)]).then(desk.deliver);
  };
  const own = () =>
    desk.read(({ db }) => recusalsOf(db, desk.reviewId)).filter((row) => row.seat_id === member.seat.id)
      .length;
  const declared = () => desk.read(({ db }) => seatById(db, desk.reviewId, member.seat.id)).declared_ms;
  const undeclare = () =>
    desk.write(({ db }) => db.run('UPDATE seat SET declared_ms = NULL WHERE id = ?', member.seat.id));

  test('is recorded as the member’s own act; the same again changes nothing, a later one only adds', async () => {
    undeclare();
    const before = own();
    const free = dossierIds().filter(
      (id) => !desk.read(({ db }) => recusalsOf(db, desk.reviewId)).some((row) => row.dossier_id === id),
    );
    const [first = '', second = ''] = free;
    expect(await declare([first])).toMatchObject({ outcome: 'accepted', reason: '' });
    expect([own() - before, declared() === null, lastEntry()]).toMatchObject([
      1,
      false,
      { type: 'declared', actor: member.seat.name },
    ]);
    expect((await declare([first])).outcome).toBe('already');
    expect((await declare([second])).outcome).toBe('accepted');
    expect(own() - before).toBe(2);
  });

  test('on an older list records its recusals, and asks for another one', async () => {
    undeclare();
    expect((await declare([], dossierIds().slice(1))).reason).toBe('declaration-older-list');
    expect(declared()).toBeNull();
  });
});

describe('absences signed on the chair’s laptop', () => {
  const input = () => ({
    reviewId: desk.reviewId,
    seatId: member.seat.id,
    dossierIds: dossierIds().slice(0, 2),
    reason: '因公外出',
    keeperSeatId: chair.seat.id,
  });
  const signed = (player: MemberPlayer, reason = input().reason) => {
    const { reviewId: review, seatId, dossierIds: dossiers } = input();
    const parts = dossiers.map((dossier) => {
      const payload = {
        format: 1 as const,
        kind: 'absence' as const,
        review,
        member: seatId,
        dossier,
        reason,
        signer: player.seat.id,
        claimedMs: 0,
      };
      return textPart(
        `${dossier}.absence.jws`,
        signPayload(signerOf(player), payloadTypes.absence, absencePayload, payload),
      );
    });
    return player.letter('absence-answer', parts).then(desk.deliver);
  };

  test('are asked for, and count once the signed answer is in', async () => {
    await requestAbsences(desk.task, input());
    expect((await desk.lettersFor(chair)).map(({ kind }) => kind)).toEqual(['absence-request']);
    expect((await signed(chair)).outcome).toBe('accepted');
    expect(desk.read(({ db }) => absencesOf(db, desk.reviewId))).toHaveLength(2);
    desk.read(({ db }) => requireSignedActs(db, desk.reviewId));
    expect((await signed(chair)).outcome).toBe('already');
  });

  test('of nobody but chair and deputy', async () => {
    await expect(signed(member)).rejects.toThrow('absence-signature');
    expect(desk.read(({ db }) => absencesOf(db, desk.reviewId))).toEqual([]);
  });
});
