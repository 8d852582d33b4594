import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '../../../shared/schema/people.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/field.tsx';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { go } from '../../stores/router.ts';
import { useSession } from '../../stores/session.ts';
import { PeopleFilterBar } from './filter-bar.tsx';
import { everyone, filterPeople } from './filter-people.ts';
import { PeopleTable } from './people-table.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { RetireDialog } from './retire-dialog.tsx';

type Open = { readonly form: Person | null } | { readonly retire: Person } | null;

/** 专家库: the people from whom seats are filled, shared by the reviews of this computer. */
export function Screen(): ReactNode {
  const t = useText();
  const session = useSession();
  // The pool belongs to no review; the backend lets any review's secretary keep it.
  const mayChange = session?.seats.some(({ role }) => role === 'secretary') ?? false;
  const list = useQuery('person.list', session === null ? null : {}, ['people', 'panel']);
  const [filter, setFilter] = useState(everyone);
  const [open, setOpen] = useState<Open>(null);
  if (session === null) {
    return (
      <Page title={t('people.title')}>
        <EmptyState sentence={t('people.locked')}>
          <Button
            kind="primary"
            onClick={() => go({ page: 'unlock', reviewId: null, onward: { page: 'people' } })}
          >
            {t('frame.unlock')}
          </Button>
        </EmptyState>
      </Page>
    );
  }
  const people = list.value ?? [];
  const add = mayChange && (
    <Button kind="primary" onClick={() => setOpen({ form: null })}>
      {t('people.add')}
    </Button>
  );
  const inForce = people.filter(({ retired }) => !retired).length;
  return (
    <Page title={t('people.title')} note={t('people.count', { count: inForce })} actions={add}>
      <ProblemNote problem={list.problem} />
      {!mayChange && <p className="soft">{t('people.onlySecretary')}</p>}
      {list.value !== undefined && people.length === 0 && <EmptyState sentence={t('people.empty')} />}
      {people.length > 0 && (
        <>
          <PeopleFilterBar people={people} filter={filter} onFilter={setFilter} />
          {people.length > inForce && (
            <CheckField
              label={t('people.showRetired')}
              value={filter.withRetired}
              onValue={(withRetired) => setFilter({ ...filter, withRetired })}
            />
          )}
          <PeopleTable
            people={filterPeople(people, filter)}
            mayChange={mayChange}
            onEdit={(person) => setOpen({ form: person })}
            onRetire={(person) => setOpen({ retire: person })}
          />
        </>
      )}
      {open !== null && 'form' in open && <PersonDialog person={open.form} onClose={() => setOpen(null)} />}
      {open !== null && 'retire' in open && (
        <RetireDialog person={open.retire} onClose={() => setOpen(null)} />
      )}
    </Page>
  );
}
