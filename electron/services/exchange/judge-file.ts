import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/api/problem.ts';
import type { TakenFile } from '../../../shared/schema/exchange.ts';
import type { TaskContext } from '../../api/context.ts';
import { judgedBytes } from '../../database/letters.ts';
import { reviewExists } from '../../database/reviews.ts';
import { openLetter, type OpenedLetter } from '../../exchange/letter.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { ownPerson } from '../act.ts';
import { receivers, type Received } from './receivers.ts';
import type { Candidate } from './take-letters.ts';

export interface Judgement {
  readonly file: TakenFile;
  readonly sha256: string;
  /** Id of the review that the letter names; empty when it couldn't be opened. */
  readonly letterReview: string;
  /** These bytes stand in the register already. */
  readonly isRepeated: boolean;
}

/** Letters up to this size are read into memory once; larger ones are streamed, and read again if need be. */
const memoryBytes = 16 * 1024 * 1024;
/** Welcome as soon as the sender is enrolled. */
const mayChange: ReadonlySet<string> = new Set(['unknown-sender']);

/**
 * Opens one file as the unlocked person and lets the receiver of its kind judge it.
 * @throws AppError of this computer or the carrier, never of the letter
 */
export async function judgeFile(
  task: TaskContext,
  reviewId: string,
  candidate: Candidate,
): Promise<Judgement> {
  const bytes = candidate.size <= memoryBytes ? await bytesOf(candidate.open()) : undefined;
  const early = bytes === undefined ? undefined : sha256Hex(bytes);
  if (early !== undefined && isJudged(task, candidate, early))
    return judgementOf(candidate, early, null, verdict('already', 'already'), true);
  const hashed = hashing(bytes === undefined ? candidate.open() : [bytes]);
  let letter: OpenedLetter | null = null;
  let received: Received;
  try {
    letter = await openLetter(hashed.stream, keysOf(task));
    received = await receive(task, reviewId, letter);
  } catch (error) {
    received = refusalOf(task, error);
  } finally {
    await hashed.close();
  }
  const sha256 = early ?? hashed.whole() ?? (await hashOf(candidate.open()));
  return judgementOf(
    candidate,
    sha256,
    letter,
    received,
    early === undefined && isJudged(task, candidate, sha256),
  );
}

/** A person who drops a refused file again wants it judged again; a folder doesn't. */
function isJudged(task: TaskContext, { carrier }: Candidate, sha256: string): boolean {
  const line = task.read(({ db }) => judgedBytes(db, sha256));
  return line !== undefined && !(carrier === 'hand' && line.outcome === 'refused');
}

function keysOf(task: TaskContext): Parameters<typeof openLetter>[1] {
  return {
    identity: task.read(ownPerson).keys.ageIdentity,
    senderKey: (kid, manifest, introduced) =>
      task.read((context) => receivers[manifest.kind]?.senderKey(context, kid, manifest, introduced)),
  };
}

async function receive(task: TaskContext, reviewId: string, letter: OpenedLetter): Promise<Received> {
  const { kind, review } = letter.manifest;
  const receiver = receivers[kind];
  if (receiver === undefined) return verdict('refused', 'no-receiver');
  // A letter of another review of this laptop is taken there, with the seat that the person has there.
  const isElsewhere = review !== '' && review !== reviewId && task.read(({ db }) => reviewExists(db, review));
  return isElsewhere ? verdict('refused', 'other-review') : receiver.receive(task, letter);
}

/** What the letter did wrong. @throws whatever isn't the letter's fault */
function refusalOf(task: TaskContext, error: unknown): Received {
  if (error instanceof AppError && error.problem.values?.['what'] === 'exchange') {
    const { what: _what, reason = '', ...values } = error.problem.values;
    const text = String(reason);
    return { ...verdict(mayChange.has(text) ? 'waiting' : 'refused', text), values };
  }
  if (error instanceof AppError) throw error;
  // A defect of ours in judging one letter must not keep the others from being taken.
  const reference = task.environment.logError(error);
  return { ...verdict('waiting', 'unexpected'), values: { reference } };
}

function verdict(outcome: Received['outcome'], reason: string): Received {
  return { outcome, party: '', reason, values: {} };
}

function judgementOf(
  { shownName }: Candidate,
  sha256: string,
  letter: OpenedLetter | null,
  { outcome, party, reason, values }: Received,
  isRepeated: boolean,
): Judgement {
  const kind = letter?.manifest.kind ?? '';
  const file: TakenFile = { fileName: shownName, kind, party, outcome, reason, values: { ...values } };
  return { file, sha256, letterReview: letter?.manifest.review ?? '', isRepeated };
}

/** Hashes what passes; `whole` is the hash once everything has passed, `close` lets go of the file. */
function hashing(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): {
  stream: AsyncIterable<Uint8Array>;
  whole: () => string | undefined;
  close: () => Promise<unknown>;
} {
  const hash = createHash('sha256');
  let ended = false;
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      hash.update(chunk);
      yield chunk;
    }
    ended = true;
  }
  const stream = passing();
  return {
    stream,
    whole: () => (ended ? hash.digest('hex') : undefined),
    close: () => stream.return(undefined),
  };
}

async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of source) hash.update(chunk);
  return hash.digest('hex');
}

async function bytesOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of source) pieces.push(piece);
  return Buffer.concat(pieces);
}
