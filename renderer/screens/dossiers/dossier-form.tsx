import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { findDossierField } from '../../../shared/domain/dossier-fields.ts';
import type { Problem } from '../../../shared/api/problem.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { FieldInput, fieldAnchor } from './field-input.tsx';
import { fieldGroups, isDirty, wrongFields, wrongInput } from './form-state.ts';
import type { FormValues, WrongField } from './form-state.ts';
import { fieldLabel } from './value-words.ts';

function focusField(key: string): void {
  document.getElementById(fieldAnchor(key))?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

/** Places that the backend named, by field key. */
function refusedFields(problem: Problem | undefined): ReadonlyMap<string, WrongField> {
  return new Map(
    (problem?.places ?? []).map(({ path, reason, values }) => [path, { reason, values: values ?? {} }]),
  );
}

export interface DossierFormProps {
  readonly start: FormValues;
  readonly pending: boolean;
  readonly problem: Problem | undefined;
  readonly onSave: (values: FormValues) => void;
  readonly onLeave: () => void;
  /** What to do when somebody else changed the dossier meanwhile. */
  readonly onStale?: (() => void) | undefined;
}

/** The application form by groups. A field is checked on leaving it, and again with each key once it was wrong. */
export function DossierForm(props: DossierFormProps): ReactNode {
  const t = useText();
  const { start, pending, problem } = props;
  const [values, setValues] = useState<FormValues>(start);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState<FormValues | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const whole = wrongFields(values);
  const refused = refusedFields(problem);
  const wrongOf = (key: string): WrongField | undefined => {
    if (sent !== null && whole.has(key)) return whole.get(key);
    if (sent !== null && sent[key] === values[key] && refused.has(key)) return refused.get(key);
    const field = findDossierField(key);
    if (!left.has(key) || field === undefined) return undefined;
    return wrongInput(field, start[key] ?? '', values[key] ?? '') ?? undefined;
  };
  const sentence = (wrong: WrongField | undefined): string | undefined =>
    wrong === undefined ? undefined : t.of(wrong.reason, wrong.values, t('problem.placeUnknown'));
  const send = (): void => {
    setSent(values);
    if (whole.size === 0) props.onSave(values);
    else requestAnimationFrame(() => summary.current?.focus());
  };
  const leave = async (): Promise<void> => {
    const question = {
      title: t('dossiers.formLeaveTitle'),
      sentence: t('dossiers.formLeaveText'),
      verb: t('dossiers.formLeave'),
    };
    if (!isDirty(start, values) || (await confirm(question))) props.onLeave();
  };
  return (
    <form
      className="dossier-form stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {sent !== null && whole.size > 0 && (
        <div className="problem" role="alert" tabIndex={-1} ref={summary}>
          <p>{t('dossiers.formWrong', { count: whole.size })}</p>
          <ul>
            {[...whole].map(([key, wrong]) => {
              const field = findDossierField(key);
              return (
                <li key={key}>
                  <button type="button" className="link-plain" onClick={() => focusField(key)}>
                    {field === undefined ? key : fieldLabel(t, field)}
                  </button>
                  <span>：{sentence(wrong)}</span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      {fieldGroups().map(({ group, fields }) => (
        <section key={group} className="panel stack" aria-label={t(`dossiers.group-${group}`)}>
          <h2>{t(`dossiers.group-${group}`)}</h2>
          <div className="form">
            {fields.map((field) => (
              <FieldInput
                key={field.key}
                field={field}
                value={values[field.key] ?? ''}
                onValue={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
                wrong={sentence(wrongOf(field.key))}
                onLeave={() => setLeft((before) => new Set(before).add(field.key))}
              />
            ))}
          </div>
        </section>
      ))}
      <div className="form-ends">
        <ProblemNote problem={problem} />
        <div className="row">
          <Button kind="primary" submits pending={pending}>
            {t('action.save')}
          </Button>
          <Button onClick={() => void leave()}>{t('action.cancel')}</Button>
          {problem?.code === 'stale' && props.onStale !== undefined && (
            <Button onClick={props.onStale}>{t('dossiers.formStale')}</Button>
          )}
        </div>
      </div>
    </form>
  );
}
