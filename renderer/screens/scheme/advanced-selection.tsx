import { useState } from 'react';
import type { ReactNode } from 'react';
import { correctionReasons } from '../../../shared/domain/correction-reasons.ts';
import { Button } from '../../components/button.tsx';
import { LongTextField, TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { setSelection } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';

/** Pass mark, quota, and the reasons for which a score may be corrected. */
export function SelectionForm({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const { scheme, edit } = editing;
  const stored = scheme.selection?.quota;
  // A text that is no number is kept in the field while it is wrong.
  const [quota, setQuota] = useState(stored === undefined ? '' : String(stored));
  const shown = stored === undefined ? '' : stored === 0 ? quota : String(stored);
  const reasons = scheme.correctionReasons ?? correctionReasons;
  return (
    <div className="form">
      <TextField
        label={t('scheme.passMark')}
        hint={t('scheme.passMarkHint')}
        inputMode="decimal"
        data-path="selection.passMark"
        value={scheme.selection?.passMark ?? ''}
        onValue={(passMark) => edit((before) => setSelection(before, { passMark }))}
        wrong={wrongAt(t, editing, 'selection.passMark')}
      />
      <TextField
        label={t('scheme.quota')}
        hint={t('scheme.quotaHint')}
        inputMode="numeric"
        data-path="selection.quota"
        value={shown}
        onValue={(text) => {
          setQuota(text);
          edit((before) => setSelection(before, { quota: text }));
        }}
        wrong={wrongAt(t, editing, 'selection.quota') === undefined ? undefined : t('scheme.quotaWrong')}
      />
      <LongTextField
        wide
        rows={4}
        label={t('scheme.correctionReasons')}
        hint={t('scheme.correctionReasonsHint')}
        value={reasons.join('\n')}
        onValue={(text) =>
          edit((before) => ({ ...before, correctionReasons: text === '' ? undefined : text.split('\n') }))
        }
        wrong={wrongAt(t, editing, 'correctionReasons')}
      />
      {scheme.correctionReasons !== undefined && (
        <div className="row wide">
          <Button
            kind="quiet"
            onClick={() => edit((before) => ({ ...before, correctionReasons: undefined }))}
          >
            {t('scheme.correctionReasonsDefault')}
          </Button>
        </div>
      )}
    </div>
  );
}
