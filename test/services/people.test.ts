import { expect, test } from 'vitest';
import type { PersonFields } from '../../shared/schema/people.ts';
import { openOffice, review } from './office.ts';

function expert(changed: Partial<PersonFields> = {}): PersonFields {
  return {
    name: '李示例',
    organisation: '示例大学',
    title: '教授',
    field: '国际贸易',
    kind: 'expert',
    phone: '0351-0000001',
    ...changed,
  };
}

test('the secretary enters experts, members see no telephone numbers but their own', async () => {
  const office = await openOffice();
  await office.seat('member', 'member');
  const saved = { personId: null, person: expert() };
  const { personId } = await office.value('secretary', 'person.save', saved);
  const seen = async (who: string, id: string) =>
    (await office.value(who, 'person.list', {})).find((entry) => entry.personId === id);
  expect(await seen('secretary', personId)).toEqual({
    ...expert(),
    personId,
    retired: false,
    hasProfile: false,
  });
  expect((await seen('member', personId))?.phone).toBe('');
  expect((await seen('member', 'member'))?.phone).toBe('0351-0000000');
  expect((await office.problem('nobody', 'person.list', {})).code).toBe('locked');
});

test('only a secretary of some review changes the pool', async () => {
  const office = await openOffice();
  await office.seat('member', 'member');
  await office.seat('supervisor', 'supervisor');
  for (const who of ['member', 'supervisor']) {
    const saved = { personId: null, person: expert() };
    expect((await office.problem(who, 'person.save', saved)).code).toBe('not-permitted');
    const retired = { personId: 'member', reason: '调离' };
    expect((await office.problem(who, 'person.retire', retired)).code).toBe('not-permitted');
  }
  expect((await office.problem('nobody', 'person.save', { personId: null, person: expert() })).code).toBe(
    'locked',
  );
});

test('one name of one organisation stands once in the pool', async () => {
  const office = await openOffice();
  const first = await office.value('secretary', 'person.save', { personId: null, person: expert() });
  const twin = { personId: null, person: expert({ title: '讲师' }) };
  expect(await office.problem('secretary', 'person.save', twin)).toMatchObject({
    code: 'conflict',
    places: [{ path: 'name', reason: 'refused.person-known' }],
  });
  const elsewhere = { personId: null, person: expert({ organisation: '示例学院' }) };
  const { personId } = await office.value('secretary', 'person.save', elsewhere);
  const moved = { personId, person: expert() };
  expect((await office.problem('secretary', 'person.save', moved)).code).toBe('conflict');
  const same = { personId: first.personId, person: expert({ title: '讲师' }) };
  expect(await office.value('secretary', 'person.save', same)).toEqual({ personId: first.personId });
  await office.value('secretary', 'person.retire', { personId: first.personId, reason: '退休' });
  expect(await office.value('secretary', 'person.save', moved)).toEqual({ personId });
});

test('a seated person is corrected on the record and stays until the review is filed', async () => {
  const office = await openOffice();
  await office.seat('member', 'member');
  const person = expert({ name: '更正示例' });
  await office.value('secretary', 'person.save', { personId: 'member', person });
  expect(office.acts().at(-1)).toMatchObject({
    type: 'person-changed',
    values: { before: 'member示例', after: '更正示例' },
  });
  const retire = { personId: 'member', reason: '调离' };
  expect(await office.problem('secretary', 'person.retire', retire)).toMatchObject({
    code: 'conflict',
    values: { what: 'person-seated', review: '示例评审' },
  });
  office.move('filed', review);
  await office.value('secretary', 'person.retire', retire);
  const people = await office.value('secretary', 'person.list', {});
  expect(people.at(-1)).toMatchObject({ personId: 'member', retired: true });
  expect((await office.problem('secretary', 'person.retire', retire)).code).toBe('conflict');
  expect((await office.problem('secretary', 'person.save', { personId: 'member', person })).code).toBe(
    'conflict',
  );
});

test('a removal says why, and names somebody who exists', async () => {
  const office = await openOffice();
  const saved = { personId: null, person: expert() };
  const { personId } = await office.value('secretary', 'person.save', saved);
  const blank = { personId, reason: '  ' };
  expect((await office.problem('secretary', 'person.retire', blank)).code).toBe('bad-input');
  const unknown = { personId: 'nobody', reason: '调离' };
  expect((await office.problem('secretary', 'person.retire', unknown)).code).toBe('not-found');
});
