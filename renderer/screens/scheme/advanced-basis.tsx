import type { ReactNode } from 'react';
import { LongTextField, TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { orDefault } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';

/** Legal basis, note, validity and the total. */
export function BasisForm({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const { scheme, edit } = editing;
  const { from = '', to = '' } = scheme.validity ?? {};
  const setValidity = (begin: string, end: string): void =>
    edit((before) => ({
      ...before,
      validity: begin === '' ? undefined : { from: begin, to: orDefault(end) },
    }));
  return (
    <div className="form">
      <LongTextField
        wide
        rows={4}
        label={t('scheme.basis')}
        hint={t('scheme.basisHint')}
        value={(scheme.basis ?? []).join('\n')}
        onValue={(value) =>
          edit((before) => ({ ...before, basis: value === '' ? undefined : value.split('\n') }))
        }
      />
      <TextField
        label={t('scheme.validFrom')}
        type="date"
        value={from}
        onValue={(value) => setValidity(value, to)}
      />
      <TextField
        label={t('scheme.validTo')}
        type="date"
        optional
        disabled={from === ''}
        value={to}
        onValue={(value) => setValidity(from, value)}
      />
      <TextField
        label={t('scheme.total')}
        hint={t('scheme.totalHint')}
        inputMode="decimal"
        data-path="total"
        value={scheme.total}
        onValue={(value) => edit((before) => ({ ...before, total: value.trim() }))}
        wrong={wrongAt(t, editing, 'total')}
      />
    </div>
  );
}
