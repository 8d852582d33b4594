import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CommandContext, QueryContext, SessionState, TaskContext } from '../../electron/api/context.ts';
import type { Environment } from '../../electron/api/environment.ts';
import { outboxOf } from '../../electron/database/letters.ts';
import { openStore, type Store } from '../../electron/database/open.ts';
import { activeProfile } from '../../electron/database/profiles.ts';
import { frozen } from '../../electron/database/reviews.ts';
import { placeOfReview } from '../../electron/services/sheets/sheet-place.ts';
import { seatById, seatOfPerson, seatsOf, type SeatRow } from '../../electron/database/seats.ts';
import type { LetterKind } from '../../electron/exchange/letter-kinds.ts';
import { openLetter, partBytesOf, sealLetter } from '../../electron/exchange/letter.ts';
import type { Part } from '../../electron/exchange/parts.ts';
import type { SentEnvelope } from '../../electron/exchange/sheet-parts.ts';
import { outboxPath } from '../../electron/exchange/staged-letter.ts';
import { receivers, type Received } from '../../electron/services/exchange/receivers.ts';
import {
  unlockProfileKeys,
  type OpenProfileKeys,
  type StoredProfileKeys,
} from '../../electron/signing/profile-keys.ts';
import { sealSheet, signWithdrawal } from '../../electron/signing/sealed-sheet.ts';
import type { RecordEnd } from '../../shared/schema/signed-letter.ts';
import { cheapCost } from './backend.ts';
import type { SampleReview } from './sample-review.ts';

/** The office's store with its secretary unlocked, below the dispatcher: letters go straight to their receivers. */
export interface OfficeDesk {
  readonly reviewId: string;
  readonly store: Store;
  readonly task: TaskContext;
  readonly read: <T>(act: (context: QueryContext) => T) => T;
  readonly write: <T>(act: (context: CommandContext) => T) => T;
  /** Opens a letter as the secretary and hands it to its receiver. */
  readonly deliver: (bytes: Uint8Array) => Promise<Received>;
  /** Takes the letters for one seat out of the outbox: file names inside and their texts. */
  readonly lettersFor: (player: MemberPlayer) => Promise<{ kind: string; parts: Map<string, Buffer> }[]>;
  readonly player: (seatId: string) => Promise<MemberPlayer>;
  readonly close: () => void;
}

/** Somebody whose laptop is played by the test: the keys, and letters written with them. */
export interface MemberPlayer {
  readonly seat: SeatRow;
  readonly keys: OpenProfileKeys;
  readonly sheet: (
    dossier: string,
    seq: number,
    previous: string | null,
    scores: Readonly<Record<string, string>>,
  ) => Promise<SentEnvelope & { readonly hash: string }>;
  readonly withdrawal: (dossier: string, seq: number, previous: string) => SentEnvelope;
  readonly letter: (kind: LetterKind, parts: readonly Part[], log?: RecordEnd | null) => Promise<Buffer>;
}

/** Closes the sample's backend and opens its folder below the dispatcher. */
export async function openOfficeDesk(sample: SampleReview): Promise<OfficeDesk> {
  await sample.close();
  return openDesk(sample.folder, sample);
}

export async function openDesk(folder: string, sample: SampleReview): Promise<OfficeDesk> {
  const { reviewId, secretary } = sample;
  const store = openStore(folder, () => 'test');
  const clock = { nowMs: Date.UTC(2026, 10, 21, 3, 0, 0) };
  const keysOf = async (personId: string, passphrase: string): Promise<OpenProfileKeys> => {
    const profile = store.read((db) => activeProfile(db, personId));
    return unlockProfileKeys(JSON.parse(profile?.keys ?? '{}') as StoredProfileKeys, passphrase);
  };
  const { personId, name } = secretary;
  const person = { personId, name, keys: await keysOf(personId, sample.passphrase(secretary)) };
  const session = { id: 'desk', person, uploads: new Map(), playsSample: false, lastActMs: 0 };
  const environment = {
    dataFolder: folder,
    kdfCost: cheapCost,
    nowMs: () => (clock.nowMs += 1),
    newId: randomUUID,
    logError: String,
  } as unknown as Environment;
  const state = session as unknown as SessionState;
  const seatIn = (db: QueryContext['db']) => seatOfPerson(db, reviewId, personId) ?? null;
  const read = <T>(act: (context: QueryContext) => T): T =>
    store.read((db) => act({ db, session: state, environment, seat: seatIn(db) }));
  const write = <T>(act: (context: CommandContext) => T): T =>
    store.write((db) =>
      act({ db, session: state, environment, seat: seatIn(db), nowMs: environment.nowMs() }),
    );
  const task = {
    session: state,
    environment,
    store,
    read,
    commit: write,
    sessionOf: () => state,
    progress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as TaskContext;
  const taken = new Set<string>();
  return {
    reviewId,
    store,
    task,
    read,
    write,
    deliver: async (bytes) => {
      const kind = /^paneldesk-letter\/1 ([a-z-]+) /u.exec(
        Buffer.from(bytes.subarray(0, 80)).toString('latin1'),
      );
      const receiver = receivers[kind?.[1] as LetterKind];
      if (receiver === undefined) throw new Error('no receiver');
      const letter = await openLetter(oneChunk(bytes), {
        identity: person.keys.ageIdentity,
        senderKey: (kid, manifest) => read((context) => receiver.senderKey(context, kid, manifest)),
      });
      return receiver.receive(task, letter);
    },
    lettersFor: async ({ seat, keys }) => {
      const authority = store.read((db) => frozen(db, reviewId).authority_public);
      const rows = store
        .read((db) => outboxOf(db, reviewId))
        .filter(({ id, party }) => {
          return party === seat.name && !taken.has(id);
        });
      const letters: { kind: string; parts: Map<string, Buffer> }[] = [];
      for (const { id, kind } of rows) {
        taken.add(id);
        const bytes = readFileSync(outboxPath(folder, id));
        const letter = await openLetter(oneChunk(bytes), {
          identity: keys.ageIdentity,
          senderKey: () => authority,
        });
        const parts = new Map<string, Buffer>();
        for await (const part of letter.parts) parts.set(part.name, await partBytesOf(part));
        letters.push({ kind, parts });
      }
      return letters;
    },
    player: async (seatId) => {
      const seat = store.read((db) => seatById(db, reviewId, seatId));
      const known = sample.seats.find((one) => one.seatId === seatId);
      if (known === undefined) throw new Error('no such seat');
      const keys = await keysOf(seat.person_id, sample.passphrase(known));
      return makePlayer(store, seat, keys, person.keys.ageRecipient);
    },
    close: () => store.close(),
  };
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function makePlayer(store: Store, seat: SeatRow, keys: OpenProfileKeys, office: string): MemberPlayer {
  const { review_id: reviewId } = seat;
  const signer = { privateKey: keys.signingPrivateKey, publicSpki: keys.signingPublicSpki };
  let number = 0;
  const placeOf = (dossier: string, seq: number) => ({
    ...store.read((db) => placeOfReview(db, reviewId)),
    dossier,
    member: seat.id,
    seq,
  });
  return {
    seat,
    keys,
    sheet: async (dossier, seq, previous, scores) => {
      const place = placeOf(dossier, seq);
      const body = {
        format: 2,
        kind: 'sheet',
        ...place,
        nonce: randomUUID(),
        scores,
        comments: {},
        overall: '',
        claimedMs: 0,
      };
      const seats = store.read((db) => seatsOf(db, reviewId));
      const sealed = await sealSheet({
        signer,
        place,
        previous,
        payload: Buffer.from(JSON.stringify(body)),
        chairs: seats.flatMap(({ chair, deputy, recipient }) =>
          (chair === 1 || deputy === 1) && recipient !== null ? [recipient] : [],
        ),
        secretary: office,
      });
      return { dossier, seq, envelope: sealed.envelope, sealed: sealed.sealed, hash: sealed.envelopeHash };
    },
    withdrawal: (dossier, seq, previous) => ({
      dossier,
      seq,
      envelope: signWithdrawal(signer, placeOf(dossier, seq), previous),
      sealed: null,
    }),
    letter: async (kind, parts, log = null) => {
      number += 1;
      const manifest = { kind, review: reviewId, from: seat.id, number, minimum: '0.1.0', log, claimedMs: 0 };
      const chunks: Uint8Array[] = [];
      for await (const chunk of await sealLetter({ signer, recipient: office, manifest, parts }))
        chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}
