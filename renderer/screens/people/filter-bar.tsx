import type { ReactNode } from 'react';
import type { Person } from '../../../shared/schema/people.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { fieldsOfPeople, personKinds } from './filter-people.ts';
import type { PeopleFilter } from './filter-people.ts';

/** Words, kind and field: what narrows a list of people. */
export function PeopleFilterBar(props: {
  readonly people: readonly Person[];
  readonly filter: PeopleFilter;
  readonly onFilter: (filter: PeopleFilter) => void;
}): ReactNode {
  const t = useText();
  const { people, filter, onFilter } = props;
  return (
    <div className="people-filter">
      <TextField
        label={t('people.search')}
        placeholder={t('people.searchHint')}
        type="search"
        value={filter.words}
        onValue={(words) => onFilter({ ...filter, words })}
      />
      <SelectField
        label={t('people.filterKind')}
        placeholder={t('people.every')}
        options={personKinds.map((kind) => ({ value: kind, label: t(`people.kind-${kind}`) }))}
        value={filter.kind}
        onValue={(value) => onFilter({ ...filter, kind: personKinds.find((kind) => kind === value) ?? '' })}
      />
      <SelectField
        label={t('people.filterField')}
        placeholder={t('people.every')}
        options={fieldsOfPeople(people).map((field) => ({ value: field, label: field }))}
        value={filter.field}
        onValue={(field) => onFilter({ ...filter, field })}
      />
    </div>
  );
}
