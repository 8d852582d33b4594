import { useId } from 'react';
import type { ReactNode } from 'react';
import type { DossierField } from '../../../shared/domain/dossier-fields.ts';
import { LongTextField, SelectField, TextField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { understoodAs } from './form-state.ts';
import { fieldLabel, valueWords } from './value-words.ts';

export interface FieldInputProps {
  readonly field: DossierField;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** The sentence that says what is wrong. */
  readonly wrong: string | undefined;
  readonly onLeave: () => void;
}

/** The element that a named error leads to. */
export function fieldAnchor(key: string): string {
  return `dossier-field-${key}`;
}

function RadioChoices({ field, value, onValue, wrong }: Omit<FieldInputProps, 'onLeave'>): ReactNode {
  const t = useText();
  const id = useId();
  const language = t.language === 'en' ? 'en' : 'zh';
  const options = (field.choices ?? []).map((choice) => ({
    value: choice.value,
    label: choice.label[language],
  }));
  const all = field.required ? options : [...options, { value: '', label: t('dossiers.formUnset') }];
  return (
    <fieldset className="field choices" aria-describedby={wrong === undefined ? undefined : `${id}-wrong`}>
      <legend className="label">
        {fieldLabel(t, field)}
        {!field.required && <span className="mark">{t('word.optional')}</span>}
      </legend>
      <div className="row">
        {all.map((option) => (
          <label key={option.value} className="choice">
            <input
              type="radio"
              name={id}
              checked={value === option.value}
              onChange={() => onValue(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {wrong !== undefined && (
        <span id={`${id}-wrong`} className="wrong" role="alert">
          {wrong}
        </span>
      )}
    </fieldset>
  );
}

/** The input of one field by its kind. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const t = useText();
  const { field, value, onValue, wrong, onLeave } = props;
  const language = t.language === 'en' ? 'en' : 'zh';
  const unit = field.unit === undefined ? '' : `（${field.unit[language]}）`;
  const label = `${fieldLabel(t, field)}${unit}`;
  const understood = understoodAs(field, value);
  const hint =
    understood === null
      ? field.hint[language]
      : t('dossiers.formUnderstood', { value: valueWords(t, field, understood) });
  const part = { label, wrong, optional: !field.required, value, onValue };
  const input = (): ReactNode => {
    switch (field.kind) {
      case 'yes-no':
        return <RadioChoices field={field} value={value} onValue={onValue} wrong={wrong} />;
      case 'choice':
        return (
          <SelectField
            {...part}
            placeholder={t('dossiers.formChoose')}
            options={(field.choices ?? []).map((choice) => ({
              value: choice.value,
              label: choice.label[language],
            }))}
          />
        );
      case 'long-text':
        return <LongTextField {...part} rows={3} />;
      // The browser's own date input speaks the browser's language, not the page's.
      case 'date':
      case 'capital':
      case 'number':
        return <TextField {...part} hint={hint} inputMode="decimal" autoComplete="off" />;
      case 'code':
        return <TextField {...part} hint={hint} autoComplete="off" spellCheck={false} />;
      case 'text':
        return <TextField {...part} hint={hint} autoComplete="off" />;
    }
  };
  return (
    <div
      id={fieldAnchor(field.key)}
      className={field.kind === 'long-text' ? 'wide' : undefined}
      onBlur={onLeave}
    >
      {input()}
    </div>
  );
}
