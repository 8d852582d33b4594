import type { ReactNode } from 'react';
import { dossierFields } from '../../../shared/domain/dossier-fields.ts';
import type { ConditionEffect, EligibilityCondition } from '../../../shared/domain/scheme.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { Cell, focusPath } from './cell.tsx';
import { addCondition, orDefault, setCondition, without } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onValue: (value: string) => void;
}

function Pick({ label, value, options, onValue }: PickProps): ReactNode {
  return (
    <select
      className="input"
      aria-label={label}
      value={value}
      onChange={(event) => onValue(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

const kinds: readonly EligibilityCondition['kind'][] = ['at-least', 'yes', 'judged'];
const effects: readonly ConditionEffect[] = ['veto', 'warn', 'preference'];

/** Conditions of admission and preference: text, article, which field of the application decides, and its effect. */
export function ConditionsTable({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const { scheme, edit } = editing;
  const conditions = scheme.eligibility ?? [];
  const language = t.language === 'en' ? 'en' : 'zh';
  const facts = dossierFields.map(({ key, label }) => ({ value: key, label: label[language] }));
  const append = (): void => {
    edit((before) => addCondition(before, facts[0]?.value ?? 'name'));
    focusPath(`eligibility.${conditions.length}.text`);
  };
  const row = (condition: EligibilityCondition, index: number): ReactNode => {
    const path = `eligibility.${index}`;
    const number = index + 1;
    const change = (value: Partial<EligibilityCondition>): void =>
      edit((before) => setCondition(before, index, value));
    const known = facts.some(({ value }) => value === condition.fact);
    return (
      <li key={condition.id} className="condition">
        <span className="ordinal">{number}</span>
        <div className="condition-words">
          <Cell
            label={t('scheme.conditionText', { number })}
            path={`${path}.text`}
            value={condition.text}
            onValue={(text) => change({ text })}
            wrong={wrongAt(t, editing, `${path}.text`)}
          />
          <Cell
            label={t('scheme.conditionArticle', { number })}
            path={`${path}.article`}
            value={condition.article}
            onValue={(article) => change({ article })}
            wrong={undefined}
          />
        </div>
        <div className="condition-facts">
          <Pick
            label={t('scheme.conditionFact', { number })}
            value={condition.fact}
            options={known ? facts : [{ value: condition.fact, label: t('scheme.factOther') }, ...facts]}
            onValue={(fact) => change({ fact })}
          />
          <Pick
            label={t('scheme.conditionKind', { number })}
            value={condition.kind}
            options={kinds.map((value) => ({ value, label: t(`scheme.kind-${value}`) }))}
            onValue={(value) => change({ kind: kinds.find((kind) => kind === value) ?? 'judged' })}
          />
          {condition.kind === 'at-least' && (
            <Cell
              label={t('scheme.conditionThreshold', { number })}
              path={`${path}.threshold`}
              number
              value={condition.threshold ?? ''}
              onValue={(value) => change({ threshold: orDefault(value) })}
              wrong={wrongAt(t, editing, `${path}.threshold`)}
            />
          )}
          <Pick
            label={t('scheme.conditionEffect', { number })}
            value={condition.effect}
            options={effects.map((value) => ({ value, label: t(`scheme.effect-${value}`) }))}
            onValue={(value) => change({ effect: effects.find((effect) => effect === value) ?? 'warn' })}
          />
          <Button
            kind="quiet"
            aria-label={t('scheme.removeCondition', { number })}
            onClick={() =>
              edit((before) => ({ ...before, eligibility: without(before.eligibility ?? [], index) }))
            }
          >
            {t('action.remove')}
          </Button>
        </div>
      </li>
    );
  };
  return (
    <>
      <p className="soft small">{t('scheme.conditionsHint')}</p>
      <ol className="stack-tight">{conditions.map(row)}</ol>
      <Button kind="quiet" onClick={append}>
        {t('scheme.addCondition')}
      </Button>
    </>
  );
}
