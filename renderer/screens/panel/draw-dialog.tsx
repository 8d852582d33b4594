import { useState } from 'react';
import type { ReactNode } from 'react';
import { useCommand } from '../../api/use-command.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CheckField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { drawable, fieldCounts } from './draw-pool.ts';
import { unseated } from './panel-state.ts';
import type { SectionProps } from './section-props.ts';

/** 随机抽取: how many of each field, who is excluded, the seed. */
export function DrawDialog(
  props: Pick<SectionProps, 'reviewId' | 'view'> & { readonly onClose: () => void },
): ReactNode {
  const t = useText();
  const { reviewId, view, onClose } = props;
  const people = useQuery('person.list', {}, ['people']);
  const send = useCommand('panel.draw');
  const [quotas, setQuotas] = useState<Readonly<Record<string, number>>>({});
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [seed, setSeed] = useState('');
  const pool = drawable(unseated(people.value ?? [], view));
  const fields = fieldCounts(pool, excluded);
  const wanted = fields.flatMap(({ field, available }) => {
    const quota = Math.min(quotas[field] ?? 0, available);
    return quota === 0 ? [] : [{ field, quota }];
  });
  const count = wanted.reduce((total, { quota }) => total + quota, 0);
  const toggle = (personId: string): void => {
    const next = new Set(excluded);
    if (!next.delete(personId)) next.add(personId);
    setExcluded(next);
  };
  const draw = async (): Promise<void> => {
    const reply = await send.run({ reviewId, seed, quotas: wanted, excluded: [...excluded] });
    if (!reply.ok) return;
    const names = reply.value.fields.flatMap((field) => field.drawn.map(({ name }) => name));
    showNotice(t('law.draw-done', { names: names.join('、') }));
    onClose();
  };
  return (
    <Dialog
      title={t('law.draw-title')}
      wide
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" pending={send.pending} disabled={count === 0} onClick={() => void draw()}>
            {t('law.draw-go')}
          </Button>
        </>
      }
    >
      <p>{t('law.draw-about')}</p>
      <DataTable
        label={t('law.draw-title')}
        rows={fields}
        rowKey={({ field }) => field}
        empty={people.loading ? t('frame.loading') : t('law.draw-emptyPool')}
        columns={[
          { key: 'field', title: t('law.draw-field'), heading: true, cell: ({ field }) => field },
          {
            key: 'available',
            title: t('law.draw-available'),
            align: 'number',
            narrow: true,
            cell: ({ available }) => available,
          },
          {
            key: 'quota',
            title: t('law.draw-quota'),
            narrow: true,
            cell: ({ field, available }) => (
              <select
                className="input"
                aria-label={t('law.draw-quotaOf', { field })}
                value={Math.min(quotas[field] ?? 0, available)}
                onChange={(event) => setQuotas({ ...quotas, [field]: Number(event.target.value) })}
              >
                {Array.from({ length: available + 1 }, (_empty, quota) => (
                  <option key={quota} value={quota}>
                    {quota}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
      {pool.length > 0 && (
        <fieldset className="stack-tight draw-excluded">
          <legend>{t('law.draw-excludeTitle')}</legend>
          {pool.map(({ personId, name, field, organisation }) => (
            <CheckField
              key={personId}
              label={t('law.draw-exclude', {
                name,
                about: [field, organisation].filter((part) => part !== '').join('、'),
              })}
              value={excluded.has(personId)}
              onValue={() => toggle(personId)}
            />
          ))}
        </fieldset>
      )}
      <TextField
        optional
        label={t('law.draw-seed')}
        hint={t('law.draw-seedHint')}
        value={seed}
        onValue={setSeed}
        maxLength={200}
      />
      {count > 0 && <p className="soft">{t('law.draw-confirm', { count })}</p>}
      <ProblemNote problem={people.problem ?? send.problem} />
    </Dialog>
  );
}
