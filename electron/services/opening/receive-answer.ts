import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import {
  openingAnswerPayload,
  witnessPayload,
  type OpeningAnswerPayload,
} from '../../../shared/schema/signed-letter.ts';
import type { TaskContext } from '../../api/context.ts';
import type { NewOpenedSheet } from '../../database/openings.ts';
import { keepOpeningLetter, openingBegunOf } from '../../database/opening-begun.ts';
import { reviewById } from '../../database/reviews.ts';
import type { SheetBlobRow } from '../../database/sheets.ts';
import type { OpenedLetter } from '../../exchange/letter.ts';
import {
  placeName,
  readAnswerParts,
  readSinglePart,
  type AnsweredSheet,
} from '../../exchange/opening-parts.ts';
import { refused } from '../../exchange/parts.ts';
import { payloadTypes, readPayload } from '../../exchange/signed-payload.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { readUnverifiedJws } from '../../signing/jws.ts';
import { memberKey, requirePresentKey, senderSeat } from '../exchange/member-sender.ts';
import type { Received, Receiver } from '../exchange/receivers.ts';
import { noteWitnessedEnd } from '../exchange/witnessed-log.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import { requireBegun } from './begin-opening.ts';
import { answeredBlob, openPapers, projectOpening } from './project-sheets.ts';
import { keepWitness, witnessNames } from './witness.ts';

/** The keeper's answer: every sheet checked as on one laptop, all projected in one transaction or none. */
export const answerReceiver: Receiver = { senderKey: memberKey, receive: receiveAnswer };

async function receiveAnswer(task: TaskContext, letter: OpenedLetter): Promise<Received> {
  const { manifest, senderSpki } = letter;
  const { review: reviewId } = manifest;
  const { answer, sheets } = await readAnswerParts(letter.parts);
  const { value } = readPayload(answer, senderSpki, payloadTypes.openingAnswer, openingAnswerPayload);
  const keeper = task.read((context) => {
    const seat = senderSeat(context, manifest);
    requirePresentKey(seat, senderSpki);
    return seat;
  });
  const party = keeper.name;
  const phase = task.read(({ db }) => reviewById(db, reviewId).phase);
  if (phase !== 'closed')
    return {
      outcome: 'already',
      party,
      reason: phase === 'scoring' ? 'not-closed' : 'opened-before',
      values: {},
    };
  if (value.review !== reviewId) throw refused('other-review');
  const gathered = task.read((context) => {
    const { counted, digest } = stillBegun(() => requireBegun(context, reviewId, keeper.id));
    if (digest !== value.digest) throw refused('answer-stale');
    const identity = context.session.person?.keys.ageIdentity ?? '';
    return { counted, identity, scheme: frozenScheme(context.db, reviewId) };
  });
  const { counted, scheme, identity } = gathered;
  const opened = [
    ...answeredSheets(scheme, counted.blobs, value, sheets),
    ...(await openPapers(reviewId, scheme, counted.paper, identity)),
  ];
  task.commit((context) => {
    const { keeper: seat, digest } = stillBegun(() => requireBegun(context, reviewId, keeper.id));
    if (digest !== value.digest) throw refused('answer-stale');
    noteWitnessedEnd(context, reviewId, seat, manifest.log);
    const kept = { review_id: reviewId, digest, kind: 'answer', jws: answer } as const;
    keepOpeningLetter(context.db, { ...kept, made_ms: context.nowMs });
    projectOpening(context, reviewId, seat, witnessNames(context, reviewId, digest), opened);
  });
  return { outcome: 'accepted', party, reason: '', values: {} };
}

/** What was begun with somebody else, or isn't complete any more, refuses the answer with a sentence. */
function stillBegun<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const codes = ['conflict', 'stale', 'not-ready', 'bad-input'];
    if (error instanceof AppError && codes.includes(error.problem.code)) throw refused('answer-stale');
    throw error;
  }
}

/**
 * One sheet for every counted envelope and no other, each with the payload that the keeper signed for.
 * @throws AppError `data-corrupt`, reasons `answer-incomplete`, `answer-sheet`
 */
export function answeredSheets(
  scheme: CompiledScheme,
  blobs: readonly SheetBlobRow[],
  answer: Pick<OpeningAnswerPayload, 'sheets'>,
  sheets: readonly AnsweredSheet[],
): NewOpenedSheet[] {
  const texts = new Map(sheets.map((one) => [placeName(one), one.sheet]));
  const signed = new Map(answer.sheets.map((one) => [placeName(one), one.payload]));
  const same = [texts.size, signed.size, sheets.length, answer.sheets.length];
  if (same.some((size) => size !== blobs.length)) throw refused('answer-incomplete');
  return blobs.map((blob) => {
    const place = placeName({ member: blob.seat_id, dossier: blob.dossier_id, seq: blob.seq });
    const sheet = texts.get(place);
    if (sheet === undefined || !signed.has(place)) throw refused('answer-incomplete');
    try {
      if (sha256Hex(readUnverifiedJws(sheet).payload) !== signed.get(place)) throw refused('answer-sheet');
      return answeredBlob(scheme, blob, sheet);
    } catch (error) {
      if (error instanceof AppError) throw refused('answer-sheet', { name: place });
      throw error;
    }
  });
}

/** A supervisor's signature, made on an own laptop. */
export const witnessReceiver: Receiver = {
  senderKey: memberKey,
  receive: async (task, { manifest, senderSpki, parts }) => {
    const jws = await readSinglePart(parts, 'witness.jws');
    const { value } = readPayload(jws, senderSpki, payloadTypes.witness, witnessPayload);
    return task.commit((context): Received => {
      const seat = senderSeat(context, manifest);
      const party = seat.name;
      requirePresentKey(seat, senderSpki);
      if (seat.role !== 'supervisor') throw refused('not-supervisor', { name: party });
      const own = value.review === manifest.review && value.seat === seat.id;
      const begun = openingBegunOf(context.db, manifest.review);
      if (!own || begun?.digest !== value.digest) throw refused('witness-stale');
      noteWitnessedEnd(context, manifest.review, seat, manifest.log);
      const kept = keepWitness(context, seat, value.digest, jws);
      return { outcome: kept ? 'accepted' : 'already', party, reason: kept ? '' : 'already', values: {} };
    });
  },
};
