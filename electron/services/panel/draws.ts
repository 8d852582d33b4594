import { AppError } from '../../../shared/api/problem.ts';
import { DRAW_ALGORITHM, draw, type DrawInput, type DrawResult } from '../../../shared/domain/draw.ts';
import type { DrawView } from '../../../shared/schema/draw.ts';
import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { drawsOf, insertDraw, type DrawRow } from '../../database/draws.ts';
import { allPeople, personById, type PersonRow } from '../../database/people.ts';
import { reviewById } from '../../database/reviews.ts';
import { isSamplePerson } from '../../database/sample-secrets.ts';
import { seatOfPerson } from '../../database/seats.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { noteAct } from '../act.ts';
import { takeSeat } from './panel.ts';

export const drawHandlers: Pick<Handlers, 'panel.draw' | 'panel.draws'> = {
  'panel.draw': (context, { reviewId, seed, quotas, excluded }) => {
    const { db, nowMs } = context;
    const pool = poolOf(db, reviewId).map(({ id, field }) => ({ id, field }));
    const input: DrawInput = {
      seed: seed === '' ? context.environment.newId() : seed,
      pool,
      quotas,
      excluded,
    };
    const outcome = draw(input, sha256Hex);
    if (!outcome.ok) throw new AppError('bad-input', { what: 'draw' }, placesOf(db, input, outcome.problems));
    insertDraw(db, reviewId, { seed: input.seed, input, result: outcome.draw }, nowMs);
    const people = outcome.draw.fields.flatMap(({ drawn }) => drawn.map(({ id }) => id));
    const names = people.map((id) => personById(db, id)?.name ?? '').join('、');
    noteAct(context, reviewId, 'experts-drawn', { names, seed: input.seed, algorithm: DRAW_ALGORITHM });
    for (const personId of people) takeSeat(context, { reviewId, personId, role: 'member', kind: 'expert' });
    const [made] = drawsOf(db, reviewId);
    if (made === undefined) throw new Error('the draw was not stored');
    return drawViewOf(db, made);
  },
  'panel.draws': ({ db }, { reviewId }) => drawsOf(db, reviewId).map((row) => drawViewOf(db, row)),
};

/** Industry experts who could be seated: in the pool, of a field, without a seat in this review. */
function poolOf(db: ReadDb, reviewId: string): PersonRow[] {
  const sample = reviewById(db, reviewId).sample === 1;
  return allPeople(db).filter(
    ({ id, kind, field, retired_reason: retired }) =>
      kind === 'expert' &&
      field !== '' &&
      retired === null &&
      (sample || !isSamplePerson(db, id)) &&
      seatOfPerson(db, reviewId, id) === undefined,
  );
}

/** Names stand where the domain has ids. */
function placesOf(
  db: ReadDb,
  input: DrawInput,
  problems: readonly { path: string; reason: string; values: Readonly<Record<string, string | number>> }[],
): { path: string; reason: string; values: Readonly<Record<string, string | number>> }[] {
  return problems.map(({ path, reason, values }) => {
    const quota = /^quotas\.(\d+)$/.exec(path)?.[1];
    const field = quota === undefined ? '' : (input.quotas[Number(quota)]?.field ?? '');
    const id = String(values['id'] ?? '');
    return { path: field, reason, values: { ...values, id: personById(db, id)?.name ?? id } };
  });
}

function drawViewOf(db: ReadDb, row: DrawRow): DrawView {
  const input = JSON.parse(row.input) as DrawInput;
  const result = JSON.parse(row.result) as DrawResult;
  const person = (id: string): DrawView['fields'][number]['drawn'][number] => {
    const known = personById(db, id);
    return { personId: id, name: known?.name ?? id, organisation: known?.organisation ?? '' };
  };
  return {
    seq: row.seq,
    seed: row.seed,
    algorithm: result.algorithm,
    atMs: row.made_ms,
    fields: result.fields.map(({ field, quota, drawn, substitutes, excluded }) => ({
      field,
      quota,
      drawn: drawn.map(({ id }) => person(id)),
      substitutes: substitutes.map(({ id }) => person(id)),
      excluded: excluded.map(person),
    })),
    pool: input.pool.map(({ id, field }) => ({ id, field })),
  };
}
