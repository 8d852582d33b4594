import type { ReactNode } from 'react';
import type { PanelView } from '../../../shared/schema/people.ts';
import { useText } from '../../stores/language.ts';
import { WhenText } from '../../components/words.tsx';
import { doneKeys, lackKeys, lackValues } from './panel-state.ts';
import type { LackKey } from './panel-state.ts';

/** What the panel still lacks before sheets can be sealed, each with what to do; and the election. */
export function Checklist({ view }: { readonly view: PanelView }): ReactNode {
  const t = useText();
  const values = lackValues(view, t('panel.listBreak'));
  const lacking = lackKeys.filter((key) => view.lacks.includes(key));
  const done = doneKeys(view);
  const nameOf = (key: LackKey): string => t.of(`panel.check-${key.slice('panel.'.length)}`);
  const { election } = view;
  const chair = view.seats.find(({ seatId }) => seatId === election?.seatId);
  return (
    <section className="panel stack" aria-label={t('panel.checklist')}>
      <h2>{t('panel.checklist')}</h2>
      <p className={lacking.length === 0 ? 'good' : 'warn'}>
        {lacking.length === 0 ? t('panel.complete') : t('panel.incomplete', { count: lacking.length })}
      </p>
      <ul className="checklist">
        {lacking.map((key) => (
          <li key={key}>
            <span className="warn mark">{t('panel.check-open')}</span>
            <span className="stack-tight">
              <span>{nameOf(key)}</span>
              <span className="soft small">{t(key, values[key])}</span>
            </span>
          </li>
        ))}
      </ul>
      {done.length > 0 && (
        <details>
          <summary>{t('panel.doneCount', { count: done.length })}</summary>
          <ul className="checklist">
            {done.map((key) => (
              <li key={key}>
                <span className="good mark">{t('panel.check-done')}</span>
                <span>{nameOf(key)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {election !== null && chair !== undefined && (
        <p className="small">
          {t('panel.electionBy', { name: chair.name })} <WhenText timeMs={election.atMs} />
          {election.note !== '' && (
            <span className="soft"> {t('panel.electionNote', { note: election.note })}</span>
          )}
        </p>
      )}
    </section>
  );
}
