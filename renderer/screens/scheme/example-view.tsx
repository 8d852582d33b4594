import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { explainRules } from '../../../shared/domain/explain-rules.ts';
import { useText } from '../../stores/language.ts';
import { workedExample } from '../../../shared/domain/worked-example.ts';

/** The rules at work on invented scores: each member's total, then the sentences of the real explanation. */
export function ExampleView({ scheme }: { readonly scheme: CompiledScheme }): ReactNode {
  const t = useText();
  const example = useMemo(() => workedExample(scheme), [scheme]);
  if (example === null) return null;
  const { result, explanation } = example;
  const steps = explanation.steps.filter(({ key }) => !key.startsWith('explain-category'));
  return (
    <div className="panel stack-tight example">
      <h2>{t('scheme.example')}</h2>
      <p className="soft small">{t('scheme.exampleText', { count: explanation.members.length })}</p>
      <table aria-label={t('scheme.example')}>
        <tbody>
          {explanation.members.map(({ member, total, mark }) => (
            <tr key={member}>
              <th scope="row">{t('scheme.exampleMember', { member })}</th>
              <td className="number">{total}</td>
              <td className="soft small">{mark === 'dropped' ? t('scheme.exampleDropped') : ''}</td>
            </tr>
          ))}
          <tr className="outcome">
            <th scope="row">{t('scheme.exampleScore')}</th>
            <td className="number">{result.score}</td>
            <td>{''}</td>
          </tr>
        </tbody>
      </table>
      <ul className="small soft">
        {steps.map(({ key, values }) => (
          <li key={key + JSON.stringify(values)}>{t.of(key, values)}</li>
        ))}
      </ul>
      <h3>{t('scheme.rulesInWords')}</h3>
      <ul className="small bullets">
        {explainRules(scheme).map(({ key, values }) => (
          <li key={key + JSON.stringify(values)}>{t.of(key, values)}</li>
        ))}
      </ul>
    </div>
  );
}
