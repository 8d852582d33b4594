import { AppError } from '../../../shared/api/problem.ts';
import { mediaTypeOf } from '../../../shared/domain/material-media.ts';
import { isAtLeast } from '../../../shared/domain/phase.ts';
import type { SessionState } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import type { Access, ReadDb } from '../../database/access.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { materialById, noteReading, type MaterialPlace } from '../../database/materials.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { reviewById } from '../../database/reviews.ts';
import { seatOfPerson, type SeatRow } from '../../database/seats.ts';
import { openMaterial } from './material-files.ts';

/** Up to here a file is read into memory and checked before its first byte is handed out. */
const inMemoryBytes = 32 * 1024 * 1024;

export interface ReadableMaterial {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

/**
 * A file for who may read it, checked to its last byte before the first is handed out; a member's first
 * opening is noted.
 * @throws AppError `locked`, `not-permitted`, `not-found`, and those of `openMaterial`
 */
export async function readMaterial(
  store: Access,
  session: SessionState,
  environment: Pick<Environment, 'dataFolder' | 'nowMs'>,
  id: string,
): Promise<ReadableMaterial> {
  const person = session.person;
  if (person === null) throw new AppError('locked');
  const open = (): AsyncIterable<Uint8Array> =>
    store.read((db) => {
      requireReader(db, materialById(db, id), person.personId);
      return openMaterial(environment, db, id, person.keys);
    });
  const { name, size, review_id: reviewId } = store.read((db) => materialById(db, id));
  const kept = await checked(open(), size <= inMemoryBytes);
  store.write((db) => {
    const seat = seatOfPerson(db, reviewId, person.personId);
    if (seat?.role === 'member') noteReading(db, seat.id, id, environment.nowMs());
  });
  return { name, mediaType: mediaTypeOf(name), size, body: kept ?? open() };
}

/** Reads to the end, which checks; keeps the bytes of a small file. */
async function checked(stream: AsyncIterable<Uint8Array>, keep: boolean): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) if (keep) pieces.push(piece);
  return keep ? Buffer.concat(pieces) : null;
}

/** @throws AppError `not-permitted` */
function requireReader(db: ReadDb, material: MaterialPlace, personId: string): void {
  const seat = seatOfPerson(db, material.review_id, personId);
  if (seat === undefined) throw new AppError('not-permitted');
  if (seat.role === 'member' && !mayMemberRead(db, material, seat)) throw new AppError('not-permitted');
}

/** A member reads what the sheet rests on: after the declaration, and never of a dossier recused from. */
function mayMemberRead(db: ReadDb, material: MaterialPlace, seat: SeatRow): boolean {
  const recused = recusalsOf(db, material.review_id).some(
    (row) => row.seat_id === seat.id && row.dossier_id === material.dossier_id,
  );
  return (
    seat.declared_ms !== null &&
    !recused &&
    material.in_force === 1 &&
    isAtLeast(reviewById(db, material.review_id).phase, 'materials') &&
    requireDossier(db, material.review_id, material.dossier_id).withdrawn_reason === null
  );
}
