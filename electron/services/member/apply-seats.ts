import type { CommandContext } from '../../api/context.ts';
import { insertPerson, personById, updatePerson } from '../../database/people.ts';
import { activeProfile, insertElsewhere, retireProfile } from '../../database/profiles.ts';
import { putReplicaSeat } from '../../database/replica-state.ts';
import { markReplicaPerson, type ReplicaRow } from '../../database/replicas.ts';
import { leaveSeat, seatsOf } from '../../database/seats.ts';
import type { CheckedPackage } from './check-package.ts';

/**
 * The panel as the last roster has it. Everybody but the own person is known from the package only: a person
 * for each seat, under the seat's id, with public keys that are elsewhere.
 */
export function applySeats(context: CommandContext, replica: ReplicaRow, checked: CheckedPackage): void {
  const { db, nowMs } = context;
  const { state, roster } = checked;
  const listed = new Map(roster.seats.map((seat) => [seat.seat, seat]));
  const stay = new Set(state.seats.map(({ seat }) => seat));
  for (const { id } of seatsOf(db, state.review)) if (!stay.has(id)) leaveSeat(db, id, 'office', nowMs);
  db.run('UPDATE seat SET chair = 0, deputy = 0 WHERE review_id = ?', state.review);
  state.seats.forEach((told, index) => {
    const { seat, name, organisation, title, field, kind, role } = told;
    const entry = listed.get(seat);
    if (entry === undefined) return;
    const isOwn = seat === state.seat;
    const personId = isOwn ? replica.person_id : seat;
    const fields = { name, organisation, title, field, kind, phone: '' } as const;
    if (personById(db, personId) === undefined) insertPerson(db, personId, fields, nowMs);
    else updatePerson(db, personId, fields);
    if (!isOwn) {
      markReplicaPerson(db, personId);
      applyKeys(context, personId, entry.publicKey, entry.recipient);
    }
    const { code, chair, deputy } = entry;
    const elected = chair ? nowMs : null;
    const place = { id: seat, review_id: state.review, person_id: personId, role, kind, position: index + 1 };
    putReplicaSeat(db, { ...place, code, chair: chair ? 1 : 0, deputy: deputy ? 1 : 0, elected_ms: elected });
  });
}

function applyKeys(
  { db, nowMs, environment }: CommandContext,
  personId: string,
  publicKey: string | null,
  recipient: string | null,
): void {
  const known = activeProfile(db, personId);
  if (known !== undefined && known.public_key === publicKey && known.recipient === recipient) return;
  if (known !== undefined) retireProfile(db, personId, nowMs);
  if (publicKey === null || recipient === null) return;
  const id = environment.newId();
  insertElsewhere(db, { id, personId, publicKey, recipient, guard: 'passphrase' }, nowMs);
}
