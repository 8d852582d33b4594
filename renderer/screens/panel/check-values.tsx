import type { ReactNode } from 'react';
import type { PanelView } from '../../../shared/schema/people.ts';
import { useText } from '../../stores/language.ts';
import { readAloudDigits } from './read-aloud.ts';

/** The fingerprints of key and roster, small, with the digits that are read aloud. */
export function CheckValues({ view }: { readonly view: PanelView }): ReactNode {
  const t = useText();
  const values = [
    { label: t('panel.authority'), hash: view.authority },
    { label: t('panel.roster'), hash: view.rosterHash },
  ];
  const known = values.filter(({ hash }) => hash !== null);
  return (
    <section className="panel stack" aria-label={t('panel.checkValues')}>
      <h2>{t('panel.checkValues')}</h2>
      <p className="soft small">
        {t(known.length === 0 ? 'panel.checkValuesNone' : 'panel.checkValuesHelp')}
      </p>
      {known.map(({ label, hash }) => {
        const digits = readAloudDigits(hash ?? '');
        return (
          <div key={label} className="stack-tight">
            <strong>{label}</strong>
            {digits !== null && (
              <span className="read-aloud">
                <span className="hidden-text">{t('panel.readAloud')} </span>
                {digits}
              </span>
            )}
            <code className="small soft">{hash}</code>
          </div>
        );
      })}
    </section>
  );
}
