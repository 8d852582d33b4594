import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Person, PersonFields } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { personKinds } from './filter-people.ts';

const blank: PersonFields = {
  name: '',
  organisation: '',
  title: '',
  field: '',
  kind: 'expert',
  phone: '',
};

/** The form of one person; `person` null adds somebody. */
export function PersonDialog(props: {
  readonly person: Person | null;
  readonly onClose: () => void;
}): ReactNode {
  const t = useText();
  const { person, onClose } = props;
  const save = useCommand('person.save');
  const [fields, setFields] = useState<PersonFields>(person ?? blank);
  const [sent, setSent] = useState(false);
  const missing = fields.name.trim() === '';
  const set = (part: Partial<PersonFields>): void => setFields((before) => ({ ...before, ...part }));
  const send = async (): Promise<void> => {
    setSent(true);
    if (missing) return;
    const { name, organisation, title, field, kind, phone } = fields;
    const reply = await save.run({
      personId: person?.personId ?? null,
      person: { name, organisation, title, field, kind, phone },
    });
    if (!reply.ok) return;
    showNotice(t('people.saved', { name: name.trim() }));
    onClose();
  };
  const title = person === null ? t('people.addTitle') : t('people.editTitle', { name: person.name });
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={t('people.name')}
          wrong={sent && missing ? t('people.nameMissing') : undefined}
          autoFocus
          maxLength={200}
          value={fields.name}
          onValue={(name) => set({ name })}
        />
        <SelectField
          label={t('people.kind')}
          hint={t(`people.kindHint-${fields.kind}`)}
          options={personKinds.map((kind) => ({ value: kind, label: t(`people.kind-${kind}`) }))}
          value={fields.kind}
          onValue={(value) => set({ kind: personKinds.find((kind) => kind === value) ?? 'expert' })}
        />
        <TextField
          label={t('people.organisation')}
          optional
          maxLength={200}
          value={fields.organisation}
          onValue={(organisation) => set({ organisation })}
        />
        <TextField
          label={t('people.personTitle')}
          optional
          maxLength={200}
          value={fields.title}
          onValue={(value) => set({ title: value })}
        />
        <TextField
          label={t('people.field')}
          hint={t('people.fieldHint')}
          optional
          maxLength={200}
          value={fields.field}
          onValue={(field) => set({ field })}
        />
        <TextField
          label={t('people.phone')}
          hint={t('people.phoneHint')}
          optional
          type="tel"
          maxLength={200}
          value={fields.phone}
          onValue={(phone) => set({ phone })}
        />
        <ProblemNote problem={save.problem} />
        <div className="ends">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" submits pending={save.pending}>
            {t('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
