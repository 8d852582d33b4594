import type { ReactNode } from 'react';
import { useText } from '../../stores/language.ts';
import type { TextKey } from '../../../shared/text/index.ts';
import { BasisForm } from './advanced-basis.tsx';
import { ConditionsTable } from './advanced-conditions.tsx';
import { StepsTable, WeightsTable } from './advanced-items.tsx';
import { RulesForm } from './advanced-rules.tsx';
import { SelectionForm } from './advanced-selection.tsx';
import type { Editing } from './editing.ts';

/** Everything that most reviews leave as the preset has it. */
export function Advanced({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  const parts: readonly { readonly key: TextKey; readonly part: ReactNode }[] = [
    { key: 'scheme.rules', part: <RulesForm editing={editing} /> },
    { key: 'scheme.selectionRules', part: <SelectionForm editing={editing} /> },
    { key: 'scheme.weights', part: <WeightsTable editing={editing} /> },
    { key: 'scheme.stepsAndBands', part: <StepsTable editing={editing} /> },
    { key: 'scheme.conditions', part: <ConditionsTable editing={editing} /> },
    { key: 'scheme.basisAndValidity', part: <BasisForm editing={editing} /> },
  ];
  return (
    <details className="panel advanced">
      <summary>
        <strong>{t('scheme.advanced')}</strong> <span className="soft">{t('scheme.advancedText')}</span>
      </summary>
      {parts.map(({ key, part }) => (
        <details key={key} className="advanced-part">
          <summary>{t(key)}</summary>
          {part}
        </details>
      ))}
    </details>
  );
}
