import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { freeTieSteps, moved, setTies, without } from './edit-scheme.ts';
import type { Editing } from './editing.ts';

/** Ties (同分): the steps in their order; a shared rank always closes the ladder. */
export function TieLadder({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const { scheme, edit } = editing;
  const steps = (scheme.tally.ties ?? []).filter((step) => step !== 'shared');
  const free = freeTieSteps(scheme);
  const words = (step: string): string => {
    const id = step.startsWith('category:') ? step.slice('category:'.length) : null;
    const name = scheme.categories.find((category) => category.id === id)?.name ?? '';
    return id === null ? t.of(`scheme.tie-${step}`) : t('scheme.tie-category', { name });
  };
  const write = (next: readonly string[]): void => edit((before) => setTies(before, next));
  return (
    <div className="wide stack-tight">
      <span className="soft">{t('scheme.ties')}</span>
      <ol className="ties">
        {steps.map((step, index) => (
          <li key={step}>
            <span className="row">
              <span>{words(step)}</span>
              <Button kind="quiet" disabled={index === 0} onClick={() => write(moved(steps, index, -1))}>
                {t('scheme.up')}
              </Button>
              <Button kind="quiet" onClick={() => write(without(steps, index))}>
                {t('action.remove')}
              </Button>
            </span>
          </li>
        ))}
        <li>{t('scheme.tie-shared')}</li>
      </ol>
      {free.length > 0 && (
        <Field label={t('scheme.addTie')}>
          {(attributes) => (
            <select
              {...attributes}
              className="input"
              value=""
              onChange={(event) => write([...steps, event.target.value])}
            >
              <option value="">{t('scheme.chooseTie')}</option>
              {free.map((step) => (
                <option key={step} value={step}>
                  {words(step)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </div>
  );
}
