import { describe, expect, it } from 'vitest';
import { readAloud } from '../../electron/signing/fingerprint.ts';
import {
  countAttendance,
  doneKeys,
  keepersFor,
  lackKeys,
  lackValues,
  orderSeats,
  seatOfChoice,
  unseated,
} from '../../renderer/screens/panel/panel-state.ts';
import { readAloudDigits } from '../../renderer/screens/panel/read-aloud.ts';
import { everyone, fieldsOfPeople, filterPeople } from '../../renderer/screens/people/filter-people.ts';
import type { PanelView, Person, Seat } from '../../shared/schema/people.ts';
import { createText } from '../../shared/text/index.ts';

const zh = createText('zh-CN');

function seat(name: string, part: Partial<Seat> = {}): Seat {
  return {
    seatId: `seat-${name}`,
    personId: `person-${name}`,
    name,
    organisation: '',
    title: '',
    field: '',
    role: 'member',
    kind: 'expert',
    code: null,
    chair: false,
    deputy: false,
    hasProfile: true,
    elsewhere: false,
    guard: 'passphrase',
    declared: true,
    ...part,
  };
}

function view(seats: Seat[], lacks: string[] = []): PanelView {
  return { seats, meetings: [], election: null, rosterHash: null, authority: null, minimum: 3, lacks };
}

const chair = seat('甲', { chair: true });
const deputy = seat('乙', { deputy: true });
const member = seat('丙', { hasProfile: false, declared: false });
const recorder = seat('丁', { role: 'recorder', kind: 'staff' });
const panel = view([recorder, member, deputy, chair]);

describe('the panel on screen', () => {
  it('stands by role, chair and deputy first', () => {
    expect(orderSeats(panel.seats).map(({ name }) => name)).toEqual(['甲', '乙', '丙', '丁']);
  });

  it('says in words all that the backend may find lacking, with the names it concerns', () => {
    const values = lackValues(panel, '、');
    expect(values['panel.lackProfiles']).toEqual({ names: '丙' });
    expect(lackKeys.map((key) => zh(key, values[key])).join('')).toContain('至少 3 人，现有 3 人');
    expect(lackKeys.filter((key) => zh.of(`panel.check-${key.slice(6)}`).startsWith('panel.'))).toEqual([]);
  });

  it('counts nothing as done that has no object yet', () => {
    const empty = view([], ['panel.lackMembers', 'panel.lackFreeze', 'panel.lackDeputy', 'panel.lackChair']);
    expect(doneKeys(empty)).toEqual([]);
    expect(doneKeys(view([chair, deputy, member], ['panel.lackFreeze']))).toContain('panel.lackProfiles');
  });

  it('lets chair or deputy confirm a reset, never the person itself', () => {
    expect(keepersFor(panel, member).map(({ name }) => name)).toEqual(['甲', '乙']);
    expect(keepersFor(panel, chair).map(({ name }) => name)).toEqual(['乙']);
    expect(keepersFor(view([{ ...chair, hasProfile: false }, member]), member)).toEqual([]);
  });

  it('counts attendance, with those not recorded apart', () => {
    const attendance = [
      { seatId: chair.seatId, state: 'present' as const, reason: '' },
      { seatId: deputy.seatId, state: 'left-early' as const, reason: '另有会议' },
    ];
    const meeting = { meetingId: 'm', title: '', date: '2026-11-21', time: '', place: '', attendance };
    const counts = { present: 1, leave: 0, absent: 0, left: 1, open: 2 };
    expect(countAttendance(meeting, panel.seats)).toEqual(counts);
  });

  it('reads the same digits aloud as rule card and minutes', () => {
    const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
    expect(readAloudDigits(hash)).toBe(readAloud(hash));
    expect(readAloudDigits('0'.repeat(64))).toBe('0000 0000 0000 0000 0000 0000');
    expect(readAloudDigits('no hash')).toBeNull();
  });
});

describe('the pool of people', () => {
  const person = (name: string, part: Partial<Person> = {}): Person => ({
    personId: `person-${name}`,
    name,
    organisation: '示例大学',
    title: '',
    field: '',
    kind: 'expert',
    phone: '',
    retired: false,
    hasProfile: false,
    ...part,
  });
  const people = [
    person('马示例', { field: '物流' }),
    person('陈示例', { field: '会计', organisation: '示例事务所' }),
    person('甲', { kind: 'department' }),
    person('白示例', { retired: true, field: '会计' }),
  ];
  const names = (part: Partial<typeof everyone>): readonly string[] =>
    filterPeople(people, { ...everyone, ...part }).map(({ name }) => name);

  it('stands by kind and name, the retired only when asked for and last', () => {
    expect(names({})).toEqual(['甲', '陈示例', '马示例']);
    expect(names({ withRetired: true }).at(-1)).toBe('白示例');
  });

  it('is narrowed by kind, field and every word', () => {
    expect(names({ kind: 'expert', field: '会计' })).toEqual(['陈示例']);
    expect(names({ words: '示例大学 物流' })).toEqual(['马示例']);
    expect(fieldsOfPeople(people)).toEqual(['会计', '物流']);
  });

  it('offers for a seat only those who are in force and not seated', () => {
    expect(unseated(people, panel).map(({ name }) => name)).toEqual(['马示例', '陈示例']);
    expect(seatOfChoice('department')).toEqual({ role: 'member', kind: 'department' });
    expect(seatOfChoice('recorder')).toEqual({ role: 'recorder', kind: 'staff' });
  });
});
