import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { useText } from '../stores/language.ts';

export interface ControlAttributes {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, in a sentence; shown in red below. */
  readonly wrong?: string | undefined;
  readonly optional?: boolean;
  readonly wide?: boolean;
  /** Draws the control with the attributes that tie it to label, hint and error. */
  readonly children: (attributes: ControlAttributes) => ReactNode;
}

/** Label, control, hint and error as one thing. */
export function Field({
  label,
  hint,
  wrong,
  optional = false,
  wide = false,
  children,
}: FieldProps): ReactNode {
  const t = useText();
  const id = useId();
  const below = wrong ?? hint;
  return (
    <div className={wide ? 'field wide' : 'field'}>
      <label className="label" htmlFor={id}>
        {label}
        {optional && <span className="mark">{t('word.optional')}</span>}
      </label>
      {children({
        id,
        'aria-invalid': wrong !== undefined,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
      })}
      {below !== undefined && (
        <span
          id={`${id}-below`}
          className={wrong === undefined ? 'hint' : 'wrong'}
          role={wrong ? 'alert' : undefined}
        >
          {below}
        </span>
      )}
    </div>
  );
}

type FieldPart = Omit<FieldProps, 'children'>;
interface Bound<Value> {
  readonly value: Value;
  readonly onValue: (value: Value) => void;
}

type InputExtra = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'className'>;

/** One line of text; `type` may be `password` or `date`. */
export function TextField(props: FieldPart & Bound<string> & InputExtra): ReactNode {
  const { label, hint, wrong, optional, wide, value, onValue, ...rest } = props;
  const part: FieldPart = { label, hint, wrong, optional: optional ?? false, wide: wide ?? false };
  return (
    <Field {...part}>
      {(attributes) => (
        <input
          {...rest}
          {...attributes}
          className="input"
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function LongTextField(
  props: FieldPart & Bound<string> & { readonly rows?: number; readonly disabled?: boolean },
): ReactNode {
  const { value, onValue, rows = 4, disabled = false, ...part } = props;
  return (
    <Field {...part}>
      {(attributes) => (
        <textarea
          {...attributes}
          className="input"
          rows={rows}
          disabled={disabled}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of a short list. A `placeholder` stands first as the empty choice. */
export function SelectField(
  props: FieldPart &
    Bound<string> & {
      readonly options: readonly Option[];
      readonly placeholder?: string;
      readonly disabled?: boolean;
    },
): ReactNode {
  const { value, onValue, options, placeholder, disabled = false, ...part } = props;
  return (
    <Field {...part}>
      {(attributes) => (
        <select
          {...attributes}
          className="input"
          disabled={disabled}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A box to tick with its words beside it. */
export function CheckField(
  props: Bound<boolean> & { readonly label: ReactNode; readonly disabled?: boolean },
): ReactNode {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={props.value}
        disabled={props.disabled}
        onChange={(event) => props.onValue(event.target.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

/** A few choices side by side, all visible. */
export function ChoiceField<Value extends string>(
  props: Bound<Value> & {
    readonly label: string;
    readonly options: readonly { readonly value: Value; readonly label: string }[];
    readonly disabled?: boolean;
  },
): ReactNode {
  const name = useId();
  return (
    <div className="row" role="radiogroup" aria-label={props.label}>
      {props.options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={name}
            checked={props.value === option.value}
            disabled={props.disabled}
            onChange={() => props.onValue(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
