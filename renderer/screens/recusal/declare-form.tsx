import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RecusalNames } from '../../../shared/schema/people.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { ticked, withoutReason, type Choices } from './choices.ts';

type Name = RecusalNames['names'][number];

interface ReasonProps {
  readonly name: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onValue: (value: string) => void;
}

function Reason({ name, value, wrong, onValue }: ReasonProps): ReactNode {
  const t = useText();
  return (
    <div className="field">
      <input
        className="input"
        aria-label={t('recusal.reasonFor', { name })}
        aria-invalid={wrong}
        placeholder={t('recusal.reasonHint')}
        maxLength={200}
        autoFocus
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      {wrong && (
        <span className="wrong" role="alert">
          {t('recusal.reasonMissing')}
        </span>
      )}
    </div>
  );
}

/** The pledge, a tick and a reason beside each name, and one declaration for all. */
export function DeclareForm(props: {
  readonly reviewId: string;
  readonly names: readonly Name[];
}): ReactNode {
  const t = useText();
  const declare = useCommand('recusal.declare');
  const [choices, setChoices] = useState<Choices>({});
  const [tried, setTried] = useState(false);
  const missing = withoutReason(choices);
  const recused = props.names.filter(({ dossierId }) => dossierId in choices);
  const counts = { count: recused.length, total: props.names.length };
  const columns: readonly Column<Name>[] = [
    { key: 'number', title: t('recusal.number'), narrow: true, align: 'number', cell: (row) => row.number },
    { key: 'name', title: t('recusal.name'), heading: true, cell: (row) => row.name },
    {
      key: 'recuse',
      title: t('recusal.recuse'),
      narrow: true,
      align: 'centre',
      cell: ({ dossierId, name, reason }) => (
        <input
          type="checkbox"
          className="tick"
          aria-label={t('recusal.recuseFor', { name })}
          checked={reason !== null || dossierId in choices}
          // Declared or recorded before; a further application asks for a new declaration, not for another one.
          disabled={reason !== null}
          onChange={(event) => setChoices(ticked(choices, dossierId, event.target.checked))}
        />
      ),
    },
    {
      key: 'reason',
      title: t('recusal.reason'),
      cell: ({ dossierId, name, reason }) =>
        dossierId in choices ? (
          <Reason
            name={name}
            value={choices[dossierId] ?? ''}
            wrong={tried && missing.includes(dossierId)}
            onValue={(value) => setChoices({ ...choices, [dossierId]: value })}
          />
        ) : (
          reason
        ),
    },
  ];
  const send = async (): Promise<void> => {
    setTried(true);
    if (missing.length > 0) return;
    const names = recused.map(({ name }) => name).join('、');
    const sentence =
      recused.length === 0
        ? t('recusal.confirmNone', counts)
        : t('recusal.confirmSome', { ...counts, names });
    const question = { title: t('recusal.confirmTitle'), sentence, verb: t('recusal.declare') };
    if (!(await confirm({ ...question, irreversible: true }))) return;
    const recusals = recused.map(({ dossierId }) => ({ dossierId, reason: choices[dossierId] ?? '' }));
    const reply = await declare.run({ reviewId: props.reviewId, recusals });
    if (reply.ok) showNotice(t('recusal.done'));
  };
  return (
    <>
      <div className="panel stack-tight">
        <h2>{t('recusal.pledge')}</h2>
        <p>{t('recusal.pledgeText')}</p>
        <p className="soft">{t('recusal.before')}</p>
      </div>
      <DataTable
        label={t('recusal.list')}
        columns={columns}
        rows={props.names}
        rowKey={({ dossierId }) => dossierId}
      />
      <ProblemNote problem={declare.problem} />
      <div className="row">
        <Button kind="primary" pending={declare.pending} onClick={() => void send()}>
          {t('recusal.declare')}
        </Button>
        <span className="soft">{t('recusal.chosen', counts)}</span>
      </div>
    </>
  );
}
