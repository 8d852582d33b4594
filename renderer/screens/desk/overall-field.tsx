import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { flushSheet, setOverall } from './desk-saving.ts';
import { useDeskStore } from './desk-store.ts';

/** 总体评语 of one sheet. */
export function OverallField(props: { readonly dossierId: string; readonly writable: boolean }): ReactNode {
  const t = useText();
  const { dossierId, writable } = props;
  const text = useDeskStore((state) => state.sheets[dossierId]?.typed.overall ?? '');
  const mine = useDeskStore((state) => state.sheets[dossierId]?.mine?.overall ?? null);
  return (
    <div className="overall">
      <Field label={t('desk.overall')} hint={writable ? t('desk.overallHint') : undefined}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={3}
            maxLength={20_000}
            readOnly={!writable}
            value={text}
            onChange={(event) => setOverall(dossierId, event.target.value)}
            onBlur={() => void flushSheet(dossierId)}
          />
        )}
      </Field>
      {mine !== null && writable && (
        <div className="row">
          <Button onClick={() => setOverall(dossierId, mine)}>{t('desk.mineComment')}</Button>
          <span className="soft">{mine}</span>
        </div>
      )}
    </div>
  );
}
