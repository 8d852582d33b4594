import { freezingOf } from '../../electron/database/reviews.ts';
import { insertElsewhere, retireProfile, activeProfile } from '../../electron/database/profiles.ts';
import { seatById, seatsOf, type SeatRow } from '../../electron/database/seats.ts';
import { CARD_PART, readCard, type CheckedCard } from '../../electron/exchange/card.ts';
import { makeJoinFile } from '../../electron/exchange/join-file.ts';
import { openLetter, partBytesOf } from '../../electron/exchange/letter.ts';
import { stageMaterial } from '../../electron/services/materials/material-files.ts';
import { readMaterial } from '../../electron/services/materials/read-material.ts';
import { renewRoster } from '../../electron/services/panel/roster.ts';
import { AppError } from '../../shared/api/problem.ts';
import type { Scheme } from '../../shared/domain/scheme.ts';
import { application, codes } from '../services/applications.ts';
import { openLaptop, type Laptop } from './laptops.ts';

export const meetingCode = '4821 0093 7716 2054';
export const seatPin = '408213';
export const secretaryPassphrase = '示例口令-2026-0101';

const scheme: Scheme = {
  title: '示例评分办法',
  total: '100',
  categories: [
    { id: 'a', name: '示例规模', cap: '60' },
    { id: 'b', name: '示例信用', cap: '40' },
  ],
  tally: { aggregate: 'mean' },
};

/** The secretary's laptop with a frozen review in which nobody else has keys yet; the secretary is in tab `office`. */
export interface TravellingOffice extends Laptop {
  readonly reviewId: string;
  /** In the order of seating; the second one is the deputy. */
  readonly members: readonly SeatRow[];
  readonly dossierIds: readonly string[];
  readonly joinFile: Buffer;
}

export async function openTravellingOffice(names = ['甲', '乙', '丙']): Promise<TravellingOffice> {
  const office = openLaptop();
  const call = office.call;
  const { reviewId } = await call('office', 'review.create', {
    title: '示例评审',
    organiser: '示例局',
    preset: 'taiyuan',
    secretary: { name: '苏示例', passphrase: secretaryPassphrase },
  });
  const { revision } = await call('office', 'scheme.get', { reviewId });
  const saved = await call('office', 'scheme.save', { reviewId, revision, scheme });
  const dossierIds: string[] = [];
  for (const [index, creditCode] of codes.slice(0, 3).entries()) {
    const fields = application({ name: `示例企业${index + 1}`, creditCode });
    const dossier = await call('office', 'dossier.save', { reviewId, dossierId: null, revision: 0, fields });
    dossierIds.push(dossier.dossierId);
  }
  const seatIds: string[] = [];
  for (const name of names) {
    const person = {
      name,
      organisation: '示例大学',
      title: '',
      field: '',
      kind: 'expert',
      phone: '',
    } as const;
    const { personId } = await call('office', 'person.save', { personId: null, person });
    const seat = { reviewId, personId, role: 'member', kind: 'expert' } as const;
    seatIds.push((await call('office', 'panel.seat', seat)).seatId);
  }
  await call('office', 'review.advance', { reviewId, to: 'eligibility' });
  await call('office', 'scheme.freeze', {
    reviewId,
    revision: saved.revision,
    deputySeatId: seatIds[1] ?? '',
    passphrase: secretaryPassphrase,
    recoveryPassphrase: '示例恢复口令-2026-0001',
  });
  await call('office', 'review.advance', { reviewId, to: 'materials' });
  const members = office.store.read((db) => seatIds.map((id) => seatById(db, reviewId, id)));
  return { ...office, reviewId, members, dossierIds, joinFile: await makeJoin(office, reviewId) };
}

function makeJoin(office: Laptop, reviewId: string): Promise<Buffer> {
  const content = office.store.read((db) => ({
    format: 1 as const,
    review: reviewId,
    title: '示例评审',
    authority: freezingOf(db, reviewId)?.authority_public ?? '',
    office: seatsOf(db, reviewId).find(({ role }) => role === 'secretary')?.recipient ?? '',
    seats: seatsOf(db, reviewId)
      .filter(({ role }) => role === 'member')
      .map(({ id, name, organisation }) => ({ seat: id, name, organisation })),
  }));
  return makeJoinFile(content, meetingCode, 4);
}

/** A bureau laptop on which this member picked the own name; unlocked in tab `seat`. */
export async function joinSeat(office: TravellingOffice, seat: SeatRow): Promise<Laptop> {
  const laptop = openLaptop();
  const uploadId = laptop.upload('seat', office.joinFile);
  await laptop.call('seat', 'seat.join', { uploadId, code: meetingCode, seatId: seat.id, pin: seatPin });
  return laptop;
}

/** Reads the card out of the laptop's outbox with the secretary's key and enters it into the roster. */
export async function enrolSeat(office: TravellingOffice, laptop: Laptop): Promise<CheckedCard> {
  const letter = laptop.outbox(office.reviewId).find(({ kind }) => kind === 'card');
  const identity = office.sessions.of('office').person?.keys.ageIdentity ?? '';
  const signing = laptop.sessions.of('seat').person?.keys.signingPublicSpki ?? '';
  const opened = await openLetter(oneChunk(letter?.bytes ?? Buffer.alloc(0)), {
    identity,
    senderKey: () => signing,
  });
  let card: CheckedCard | undefined;
  for await (const part of opened.parts)
    if (part.name === CARD_PART) card = readCard((await partBytesOf(part)).toString('utf8'));
  if (card === undefined) throw new Error('no card');
  enterCard(office, card, card.card.seat);
  return card;
}

/** What the office does with an accepted card: the public keys, and a new version of the roster. */
export function enterCard(office: TravellingOffice, { card }: CheckedCard, seatId: string): void {
  office.task('office', office.reviewId).commit((context) => {
    const { db, nowMs, environment } = context;
    const personId = seatById(db, office.reviewId, seatId).person_id;
    if (activeProfile(db, personId) !== undefined) retireProfile(db, personId, nowMs);
    const guard = card.kind === 'seat' ? 'pin' : 'passphrase';
    const keys = { publicKey: card.signing, recipient: card.recipient, guard } as const;
    insertElsewhere(db, { id: environment.newId(), personId, ...keys }, nowMs);
    renewRoster(context, office.reviewId);
  });
}

/** The newest package that the office made for this member. */
export async function packageFor(
  office: TravellingOffice,
  seat: SeatRow,
  kind: 'package' | 'supplement' = 'package',
): Promise<Buffer> {
  await office.call('office', 'package.make', { reviewId: office.reviewId, seatIds: [seat.id], kind });
  const letter = office.outbox(office.reviewId).findLast((one) => one.party === seat.name);
  if (letter === undefined) throw new Error('no package');
  return letter.bytes;
}

export async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Puts a file into a dossier at the office, as the page does; answers its id. */
export async function addOfficeFile(
  office: TravellingOffice,
  dossierId: string,
  kind: string,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const { reviewId, store } = office;
  const session = office.sessions.of('office');
  if (session.person === null) throw new Error('locked');
  const { environment } = office.task('office', reviewId);
  const incoming = { dossierId, name, expected: {} };
  const staged = await stageMaterial(store, environment, session.person.keys, incoming, oneChunk(bytes));
  session.staged.set(staged.id, staged);
  const file = { uploadId: staged.id, dossierId, kind, item: '', name, replaces: null };
  await office.call('office', 'material.import', { reviewId, files: [file] });
  const { materials } = await office.call('office', 'material.list', { reviewId, dossierId });
  return materials.findLast((one) => one.name === name && one.inForce)?.materialId ?? '';
}

/** What the member of this laptop reads of a file, or why not. */
export async function readFileOf(laptop: Laptop, reviewId: string, materialId: string): Promise<string> {
  const { store, session, environment } = laptop.task('seat', reviewId);
  try {
    const { body } = await readMaterial(store, session, environment, materialId);
    const pieces: Uint8Array[] = [];
    for await (const piece of body instanceof Uint8Array ? [body] : body) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8');
  } catch (error) {
    if (error instanceof AppError) return error.problem.code;
    throw error;
  }
}
