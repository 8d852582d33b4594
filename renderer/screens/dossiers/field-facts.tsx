import type { ReactNode } from 'react';
import type { DossierView } from '../../../shared/schema/dossier.ts';
import { useText } from '../../stores/language.ts';
import { fieldGroups } from './form-state.ts';
import { fieldLabel, valueWords } from './value-words.ts';

/** What the application says, group by group. */
export function FieldFacts({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const t = useText();
  return (
    <div className="dossier-groups">
      {fieldGroups().map(({ group, fields }) => (
        <section key={group} className="panel stack" aria-label={t(`dossiers.group-${group}`)}>
          <h2>{t(`dossiers.group-${group}`)}</h2>
          <dl className="facts">
            {fields.map((field) => {
              const words = valueWords(t, field, dossier.fields[field.key] ?? null);
              return (
                <div key={field.key} className="fact">
                  <dt>{fieldLabel(t, field)}</dt>
                  <dd className={field.kind === 'long-text' ? 'long' : undefined}>
                    {words === '' ? <span className="soft">—</span> : words}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
