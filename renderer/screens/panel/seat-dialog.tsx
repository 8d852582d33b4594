import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Person } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { ChoiceField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { go } from '../../stores/router.ts';
import { PeopleFilterBar } from '../people/filter-bar.tsx';
import { everyone, filterPeople } from '../people/filter-people.ts';
import type { PeopleFilter } from '../people/filter-people.ts';
import { seatChoices, seatOfChoice, unseated } from './panel-state.ts';
import type { SeatChoice } from './panel-state.ts';
import type { SectionProps } from './section-props.ts';

/** 选定席位: several people of the pool at once for one kind of seat. */
export function SeatDialog(
  props: Pick<SectionProps, 'reviewId' | 'view'> & { readonly onClose: () => void },
): ReactNode {
  const t = useText();
  const { reviewId, view, onClose } = props;
  const people = useQuery('person.list', {}, ['people']);
  const seat = useCommand('panel.seat');
  const [as, setAs] = useState<SeatChoice>('expert');
  const [filter, setFilter] = useState<PeopleFilter>({ ...everyone, kind: 'expert' });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const pool = unseated(people.value ?? [], view);
  const wanted = pool.filter(({ personId }) => chosen.has(personId));
  const choose = (choice: SeatChoice): void => {
    setAs(choice);
    setFilter({ ...filter, kind: seatOfChoice(choice).kind });
    setChosen(new Set());
  };
  const toggle = (personId: string): void => {
    const next = new Set(chosen);
    if (!next.delete(personId)) next.add(personId);
    setChosen(next);
  };
  // One after another: each seat is an act of its own in the record. A refusal leaves the rest chosen.
  const send = async (): Promise<void> => {
    for (const { personId } of wanted) {
      const reply = await seat.run({ reviewId, personId, ...seatOfChoice(as) });
      if (!reply.ok) return;
    }
    showNotice(t('panel.seatDone', { count: wanted.length }));
    onClose();
  };
  const columns: readonly Column<Person>[] = [
    {
      key: 'choose',
      title: t('panel.seatChoose'),
      align: 'centre',
      narrow: true,
      cell: (person) => (
        <input
          type="checkbox"
          aria-label={t('panel.seatChooseFor', { name: person.name })}
          checked={chosen.has(person.personId)}
          onChange={() => toggle(person.personId)}
        />
      ),
    },
    { key: 'name', title: t('people.name'), heading: true, narrow: true, cell: (person) => person.name },
    { key: 'kind', title: t('people.kind'), narrow: true, cell: (person) => t(`people.kind-${person.kind}`) },
    {
      key: 'organisation',
      title: t('people.organisation'),
      cell: (person) => [person.organisation, person.title].filter((part) => part !== '').join(' '),
    },
    { key: 'field', title: t('people.field'), cell: (person) => person.field },
  ];
  return (
    <Dialog
      title={t('panel.seatTitle')}
      wide
      onClose={onClose}
      ends={
        <>
          <Button onClick={() => go({ page: 'people' })}>{t('panel.seatPool')}</Button>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="primary"
            pending={seat.pending}
            disabled={wanted.length === 0}
            onClick={() => void send()}
          >
            {t('panel.seatGo', { count: wanted.length })}
          </Button>
        </>
      }
    >
      <div className="stack-tight">
        <ChoiceField
          label={t('panel.seatAs')}
          value={as}
          onValue={choose}
          options={seatChoices.map((value) => ({ value, label: t(`panel.seat-${value}`) }))}
        />
        <span className="soft small">{t(`panel.seatHint-${as}`)}</span>
      </div>
      <PeopleFilterBar people={pool} filter={filter} onFilter={setFilter} />
      <div className="seat-pool">
        <DataTable
          label={t('panel.seatTitle')}
          columns={columns}
          rows={filterPeople(pool, filter)}
          rowKey={(person) => person.personId}
          empty={people.loading ? t('frame.loading') : t('panel.seatNobody')}
        />
      </div>
      <ProblemNote problem={people.problem ?? seat.problem} />
    </Dialog>
  );
}
