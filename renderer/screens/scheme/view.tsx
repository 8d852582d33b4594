import type { ReactNode } from 'react';
import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import { correctionReasons } from '../../../shared/domain/correction-reasons.ts';
import { explainRules } from '../../../shared/domain/explain-rules.ts';
import type { Scheme, SchemeCategory, SchemeItem } from '../../../shared/domain/scheme.ts';
import { DateText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';

function Bands({ item }: { readonly item: SchemeItem }): ReactNode {
  return (
    <span className="row band-chips">
      {(item.bands ?? []).map(({ name, from, to }) => (
        <span key={name + from} className="chip">
          {name} {from}–{to}
        </span>
      ))}
    </span>
  );
}

function CategoryRows({ category }: { readonly category: SchemeCategory }): ReactNode {
  const t = useText();
  const weighted = category.weight !== undefined && category.weight !== '1';
  return (
    <>
      <tr className="category-row">
        <th scope="rowgroup" colSpan={2}>
          {category.name}
        </th>
        <td className="number">
          {category.cap}
          {weighted && <span className="soft"> × {category.weight}</span>}
        </td>
      </tr>
      {(category.items ?? []).map((item) => (
        <tr key={item.id}>
          <th scope="row">{item.name}</th>
          <td>
            {item.judged} <Bands item={item} />
            {item.step !== undefined && (
              <span className="soft small">{t('scheme.stepText', { step: item.step })}</span>
            )}
          </td>
          <td className="number">{item.cap}</td>
        </tr>
      ))}
    </>
  );
}

/** The rules in plain words, from the same sentences as the printed rule card. */
function Rules({ scheme }: { readonly scheme: Scheme }): ReactNode {
  const t = useText();
  const outcome = compileScheme(scheme);
  if (!outcome.ok) return null;
  return (
    <section className="panel stack-tight" aria-label={t('scheme.rules')}>
      <h2>{t('scheme.rules')}</h2>
      <ul className="plain-rules">
        {explainRules(outcome.scheme).map(({ key, values }) => (
          <li key={key + JSON.stringify(values)}>{t.of(key, values)}</li>
        ))}
        <li>{t('scheme.panelRule', { minimum: scheme.panel?.minimum ?? 3 })}</li>
        <li>{t(`scheme.showRule-${scheme.panel?.show ?? 'names'}`)}</li>
      </ul>
    </section>
  );
}

function Conditions({ scheme }: { readonly scheme: Scheme }): ReactNode {
  const t = useText();
  if (scheme.eligibility === undefined || scheme.eligibility.length === 0) return null;
  return (
    <section aria-label={t('scheme.conditions')} className="stack-tight">
      <h2>{t('scheme.conditions')}</h2>
      <div className="table-frame">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('scheme.condition')}</th>
              <th scope="col">{t('scheme.article')}</th>
              <th scope="col">{t('scheme.effect')}</th>
            </tr>
          </thead>
          <tbody>
            {scheme.eligibility.map(({ id, text, article, effect }) => (
              <tr key={id}>
                <th scope="row">{text}</th>
                <td className="soft">{article}</td>
                <td className="narrow">{t(`scheme.effect-${effect}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** The whole scheme, as the rule card prints it. */
export function SchemeView({ scheme }: { readonly scheme: Scheme }): ReactNode {
  const t = useText();
  return (
    <>
      <section className="panel stack-tight" aria-label={scheme.title}>
        <h2>{scheme.title}</h2>
        {scheme.note !== undefined && <p className="warn">{scheme.note}</p>}
        {scheme.basis !== undefined && (
          <>
            <h3>{t('scheme.basis')}</h3>
            <ul>
              {scheme.basis.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
        {scheme.validity !== undefined && (
          <p className="soft">
            {t('scheme.validFrom')} <DateText date={scheme.validity.from} />
            {scheme.validity.to !== undefined && (
              <>
                {' '}
                {t('scheme.validTo')} <DateText date={scheme.validity.to} />
              </>
            )}
          </p>
        )}
      </section>
      <div className="table-frame scheme-table">
        <table className="table" aria-label={t('scheme.itemsTable')}>
          <thead>
            <tr>
              <th scope="col">{t('scheme.item')}</th>
              <th scope="col">{t('scheme.judged')}</th>
              <th scope="col" className="number">
                {t('scheme.cap')}
              </th>
            </tr>
          </thead>
          <tbody>
            {scheme.categories.map((category) => (
              <CategoryRows key={category.id} category={category} />
            ))}
            <tr className="category-row">
              <th scope="row" colSpan={2}>
                {t('scheme.totalRow')}
              </th>
              <td className="number">{scheme.total}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <Rules scheme={scheme} />
      <section className="panel stack-tight" aria-label={t('scheme.correctionReasons')}>
        <h2>{t('scheme.correctionReasons')}</h2>
        <ul className="plain-rules">
          {(scheme.correctionReasons ?? correctionReasons).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </section>
      <Conditions scheme={scheme} />
    </>
  );
}
