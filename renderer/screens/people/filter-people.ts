import type { Person, PersonKind } from '../../../shared/schema/people.ts';

export interface PeopleFilter {
  /** Words anywhere in name, organisation, title or field. */
  readonly words: string;
  readonly kind: PersonKind | '';
  readonly field: string;
  readonly withRetired: boolean;
}

export const everyone: PeopleFilter = { words: '', kind: '', field: '', withRetired: false };

/** In the order of the work. */
export const personKinds: readonly PersonKind[] = ['department', 'expert', 'staff'];

/** The people that fit, by kind, then by name as Chinese readers order it. */
export function filterPeople(people: readonly Person[], filter: PeopleFilter): readonly Person[] {
  const words = filter.words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return people
    .filter((person) => filter.withRetired || !person.retired)
    .filter((person) => filter.kind === '' || person.kind === filter.kind)
    .filter((person) => filter.field === '' || person.field === filter.field)
    .filter((person) => {
      const text = [person.name, person.organisation, person.title, person.field].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted(
      (left, right) =>
        Number(left.retired) - Number(right.retired) ||
        personKinds.indexOf(left.kind) - personKinds.indexOf(right.kind) ||
        left.name.localeCompare(right.name, 'zh-CN'),
    );
}

/** The fields that occur, once each. */
export function fieldsOfPeople(people: readonly Person[]): readonly string[] {
  return [...new Set(people.map(({ field }) => field).filter((field) => field !== ''))].toSorted(
    (left, right) => left.localeCompare(right, 'zh-CN'),
  );
}
