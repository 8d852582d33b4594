import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, permissionOf, type MethodName } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/api/problem.ts';
import { phases, type Phase } from '../../shared/domain/phase.ts';
import { permit } from '../../electron/api/permit.ts';
import type { SessionState } from '../../electron/api/context.ts';
import { makeAccess, type Access } from '../../electron/database/access.ts';
import { openConnection, type Connection } from '../../electron/database/driver.ts';
import { openSampleReview, type SampleReview } from '../support/sample-review.ts';
import { removeFolder } from '../support/backend.ts';

/** Columns of the statute, in this order; `locked` is a tab in which nobody is unlocked. */
const columns = ['locked', 'secretary', 'recorder', 'supervisor', 'member', 'chair'] as const;
type Column = (typeof columns)[number];

/** One letter a column: the caller may (its first letter) or may not (·). */
const statute: Readonly<Record<string, string>> = {
  anyone: 'lsruMC',
  unlocked: '·sruMC',
  seated: '·sruMC',
  secretary: '·s····',
  'secretary recorder': '·sr···',
  'secretary recorder supervisor': '·sru··',
  'secretary recorder supervisor chair': '·sru·C',
  'secretary chair': '·s···C',
  'secretary chair supervisor': '·s·u·C',
  member: '····MC',
};
const letters: Readonly<Record<Column, string>> = {
  locked: 'l',
  secretary: 's',
  recorder: 'r',
  supervisor: 'u',
  member: 'M',
  chair: 'C',
};

describe('the permission table, cell by cell', () => {
  let sample: SampleReview;
  let access: Access;
  let connection: Connection;
  const sessions = new Map<Column, SessionState>();

  beforeAll(async () => {
    sample = await openSampleReview();
    const other = sample.members.find(({ chair, deputy }) => !chair && !deputy);
    const people = {
      secretary: sample.secretary,
      recorder: sample.recorder,
      supervisor: sample.supervisor,
      member: other,
      chair: sample.chair,
    };
    await sample.close();
    connection = openConnection(`${sample.folder}/paneldesk.db`);
    access = makeAccess(connection);
    for (const column of columns) {
      const seat = column === 'locked' ? undefined : people[column];
      const person =
        seat === undefined ? null : { personId: seat.personId, name: seat.name, keys: undefined as never };
      sessions.set(column, {
        id: column,
        person,
        uploads: new Map(),
        staged: new Map(),
        playsSample: false,
        lastActMs: 0,
      });
    }
  });
  afterAll(() => {
    connection.close();
    removeFolder(sample.folder);
  });

  function verdict(name: MethodName, column: Column, phase: Phase): string {
    const session = sessions.get(column);
    if (session === undefined) throw new Error(column);
    return access.write((db) => {
      db.run('UPDATE review SET phase = ?', phase);
      try {
        permit(db, name, session, { reviewId: sample.reviewId });
        return 'yes';
      } catch (error) {
        if (error instanceof AppError) return error.problem.code;
        throw error;
      }
    });
  }

  test.each(Object.keys(contract) as MethodName[])('%s answers who and when as the table says', (name) => {
    const { who, phases: open } = permissionOf[name];
    const line = statute[who.join(' ')];
    expect(line, `the statute has no line for ${who.join(' ')}`).toBeDefined();
    for (const [index, column] of columns.entries()) {
      const may = line?.[index] === letters[column];
      for (const phase of phases) {
        const refused = column === 'locked' ? 'locked' : 'not-permitted';
        const expected = !may ? refused : open.includes(phase) ? 'yes' : 'wrong-phase';
        expect([column, phase, verdict(name, column, phase)]).toEqual([column, phase, expected]);
      }
    }
  });

  test('the acts that decide a result are open in exactly their phases', () => {
    const open = (name: MethodName): string => permissionOf[name].phases.join(' ');
    expect(open('desk.withdraw')).toBe('scoring');
    expect(open('desk.submit')).toBe('scoring closed');
    expect(open('review.close')).toBe('scoring');
    expect(open('opening.open')).toBe('closed');
    expect(open('paper.enter')).toBe('closed');
    expect(open('correction.attach')).toBe('opened');
    expect(open('correction.enter')).toBe('opened');
    expect(open('opinion.save')).toBe('opened');
    expect(open('document.sign')).toBe('concluded signed approved publicity');
    expect(open('scheme.save')).toBe('setup eligibility materials hearing inspection scoring');
    expect(open('tally.get')).toBe('opened concluded signed approved publicity decided filed');
  });
});
