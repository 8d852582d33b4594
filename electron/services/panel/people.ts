import { AppError } from '../../../shared/api/problem.ts';
import type { Person, PersonFields } from '../../../shared/schema/people.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import {
  allPeople,
  insertPerson,
  personById,
  retirePerson,
  updatePerson,
  type PersonRow,
} from '../../database/people.ts';
import { reviewById } from '../../database/reviews.ts';
import { seatOfPerson, seatsOfPerson } from '../../database/seats.ts';
import { noteAct, ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';

type Names = 'person.list' | 'person.save' | 'person.retire';

/** The pool of people (专家库), shared by the reviews of this laptop. */
export const peopleHandlers: Pick<Handlers, Names> = {
  'person.list': (context) => {
    const own = ownPerson(context).personId;
    const keepsPool = isSecretary(context);
    return allPeople(context.db).map((row) => shownPerson(row, keepsPool || row.id === own));
  },
  'person.save': (context, { personId, person }) => {
    requireSecretary(context);
    refuseDuplicate(context.db, person, personId);
    if (personId === null) {
      const id = context.environment.newId();
      insertPerson(context.db, id, person, context.nowMs);
      return { personId: id };
    }
    const before = requireInForce(context.db, personId);
    refuseForeign(context, before);
    updatePerson(context.db, personId, person);
    noteRenaming(context, before, person);
    return { personId };
  },
  'person.retire': (context, { personId, reason }) => {
    requireSecretary(context);
    const said = reason.trim();
    if (said === '') throw new AppError('bad-input', {}, [{ path: 'reason', reason: 'field-required' }]);
    const { name } = requireInForce(context.db, personId);
    const running = seatsOfPerson(context.db, personId)
      .map((seat) => reviewById(context.db, seat.review_id))
      .find(({ phase }) => phase !== 'filed');
    if (running !== undefined) {
      throw conflict('', { what: 'person-seated', name, review: running.title });
    }
    retirePerson(context.db, personId, said);
    return {};
  },
};

/** Telephone numbers of experts are for those who invite them. */
function shownPerson(row: PersonRow, withPhone: boolean): Person {
  const { id, name, organisation, title, field, kind, phone } = row;
  return {
    personId: id,
    name,
    organisation,
    title,
    field,
    kind,
    phone: withPhone ? phone : '',
    retired: row.retired_reason !== null,
    hasProfile: row.profile_id !== null,
  };
}

/** The pool belongs to no review, so the permission table can't name the secretary. */
function isSecretary(context: QueryContext): boolean {
  const { personId } = ownPerson(context);
  return seatsOfPerson(context.db, personId).some(({ role }) => role === 'secretary');
}

function requireSecretary(context: QueryContext): void {
  if (!isSecretary(context)) throw new AppError('not-permitted');
}

/** Name and organisation stand in roster and minutes: somebody who organises one of the person's reviews corrects them. */
function refuseForeign(context: CommandContext, { id, name }: PersonRow): void {
  const running = seatsOfPerson(context.db, id)
    .map((seat) => reviewById(context.db, seat.review_id))
    .filter(({ phase }) => phase !== 'filed');
  const { personId } = ownPerson(context);
  const isOwn = running.some((review) => seatOfPerson(context.db, review.id, personId)?.role === 'secretary');
  const [first] = running;
  if (first !== undefined && !isOwn) {
    throw conflict('', { what: 'person-elsewhere', name, review: first.title });
  }
}

function requireInForce(db: ReadDb, personId: string): PersonRow {
  const row = personById(db, personId);
  if (row === undefined) throw new AppError('not-found', { what: 'person' });
  if (row.retired_reason !== null) throw conflict('', { what: 'person-retired', name: row.name });
  return row;
}

function refuseDuplicate(db: ReadDb, { name, organisation }: PersonFields, ownId: string | null): void {
  const other = allPeople(db).find(
    (row) =>
      row.id !== ownId &&
      row.retired_reason === null &&
      row.name === name &&
      row.organisation === organisation,
  );
  if (other === undefined) return;
  throw conflict('name', { what: 'person-known', name, organisation });
}

/** The name of a seated person stands in roster and documents, so each of these reviews records a change. */
function noteRenaming(context: CommandContext, before: PersonRow, after: PersonFields): void {
  const same = before.name === after.name && before.organisation === after.organisation;
  if (same && before.title === after.title) return;
  for (const seat of seatsOfPerson(context.db, before.id)) {
    noteAct(context, seat.review_id, 'person-changed', { before: before.name, after: after.name });
  }
}
