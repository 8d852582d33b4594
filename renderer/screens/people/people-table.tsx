import type { ReactNode } from 'react';
import type { Person } from '../../../shared/schema/people.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';

/** The pool as a table; with the acts on each line where they are allowed. */
export function PeopleTable(props: {
  readonly people: readonly Person[];
  readonly mayChange: boolean;
  readonly onEdit: (person: Person) => void;
  readonly onRetire: (person: Person) => void;
}): ReactNode {
  const t = useText();
  const columns: readonly Column<Person>[] = [
    { key: 'name', title: t('people.name'), heading: true, narrow: true, cell: (person) => person.name },
    { key: 'kind', title: t('people.kind'), narrow: true, cell: (person) => t(`people.kind-${person.kind}`) },
    { key: 'organisation', title: t('people.organisation'), cell: (person) => person.organisation },
    { key: 'title', title: t('people.personTitle'), cell: (person) => person.title },
    { key: 'field', title: t('people.field'), cell: (person) => person.field },
    {
      key: 'phone',
      title: t('people.phone'),
      narrow: true,
      cell: (person) => (person.phone === '' ? <span className="soft">—</span> : person.phone),
    },
    {
      key: 'state',
      title: t('people.state'),
      narrow: true,
      cell: (person) =>
        person.retired ? (
          <Chip>{t('people.retired')}</Chip>
        ) : (
          person.hasProfile && <Chip kind="good">{t('people.hasProfile')}</Chip>
        ),
    },
  ];
  const acts: Column<Person> = {
    key: 'acts',
    title: t('people.actions'),
    narrow: true,
    cell: (person) =>
      !person.retired && (
        <>
          <Button
            kind="quiet"
            aria-label={t('people.editFor', { name: person.name })}
            onClick={() => props.onEdit(person)}
          >
            {t('action.edit')}
          </Button>
          <Button
            kind="quiet"
            aria-label={t('people.retireFor', { name: person.name })}
            onClick={() => props.onRetire(person)}
          >
            {t('people.retire')}
          </Button>
        </>
      ),
  };
  return (
    <DataTable
      label={t('people.title')}
      columns={props.mayChange ? [...columns, acts] : columns}
      rows={props.people}
      rowKey={(person) => person.personId}
      empty={t('people.none')}
    />
  );
}
