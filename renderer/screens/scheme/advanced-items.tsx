import type { ReactNode } from 'react';
import type { Band, SchemeItem } from '../../../shared/domain/scheme.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { Cell, focusPath } from './cell.tsx';
import { orDefault, setBands, setCategory, setItem, without } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';

/** Weight of each category; empty means 1. */
export function WeightsTable({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  return (
    <table className="items settings" aria-label={t('scheme.weights')}>
      <thead>
        <tr>
          <th scope="col">{t('scheme.category')}</th>
          <th scope="col" className="number">
            {t('scheme.cap')}
          </th>
          <th scope="col" className="number">
            {t('scheme.weight')}
          </th>
        </tr>
      </thead>
      <tbody>
        {editing.scheme.categories.map((category, index) => {
          const path = `categories.${index}.weight`;
          return (
            <tr key={category.id}>
              <th scope="row">{category.name}</th>
              <td className="number">{category.cap}</td>
              <td className="number">
                <Cell
                  label={t('scheme.weightOf', { name: category.name })}
                  path={path}
                  number
                  value={category.weight ?? ''}
                  onValue={(value) =>
                    editing.edit((before) => setCategory(before, index, { weight: orDefault(value) }))
                  }
                  wrong={wrongAt(t, editing, path)}
                  onNext={() => focusPath(`categories.${index + 1}.weight`)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ItemProps {
  readonly editing: Editing;
  readonly item: SchemeItem;
  readonly category: number;
  readonly index: number;
}

function Bands({ editing, item, category, index }: ItemProps): ReactNode {
  const t = useText();
  const bands = item.bands ?? [];
  const path = `categories.${category}.items.${index}.bands`;
  const write = (next: readonly Band[]): void =>
    editing.edit((before) => setBands(before, category, index, next));
  const change = (place: number, value: Partial<Band>): void =>
    write(bands.map((band, position) => (position === place ? { ...band, ...value } : band)));
  return (
    <div className="bands" data-path={path} tabIndex={-1}>
      {bands.map((band, place) => (
        <div key={`${path}.${place}`} className="band" data-path={`${path}.${place}`} tabIndex={-1}>
          <Cell
            label={t('scheme.bandName', { name: item.name, number: place + 1 })}
            path={`${path}.${place}.name`}
            value={band.name}
            onValue={(value) => change(place, { name: value })}
            wrong={wrongAt(t, editing, `${path}.${place}`)}
          />
          {(['from', 'to'] as const).map((end) => (
            <Cell
              key={end}
              label={t(`scheme.band-${end}`, { name: item.name, number: place + 1 })}
              path={`${path}.${place}.${end}`}
              number
              value={band[end]}
              onValue={(value) => change(place, { [end]: value })}
              wrong={wrongAt(t, editing, `${path}.${place}.${end}`)}
            />
          ))}
          <Button
            kind="quiet"
            aria-label={t('scheme.removeBand', { name: band.name })}
            onClick={() => write(without(bands, place))}
          >
            {t('action.remove')}
          </Button>
        </div>
      ))}
      <Button kind="quiet" onClick={() => write([...bands, { name: '', from: '', to: '' }])}>
        {t('scheme.addBand')}
      </Button>
    </div>
  );
}

/** Smallest step and bands of each item. Bands must cover every score from 0 to the cap exactly once. */
export function StepsTable({ editing }: { readonly editing: Editing }): ReactNode {
  const t = useText();
  return (
    <>
      <p className="soft small">{t('scheme.bandsHint')}</p>
      <table className="items settings" aria-label={t('scheme.stepsAndBands')}>
        <thead>
          <tr>
            <th scope="col">{t('scheme.item')}</th>
            <th scope="col" className="number">
              {t('scheme.step')}
            </th>
            <th scope="col">{t('scheme.bandsHead')}</th>
          </tr>
        </thead>
        <tbody>
          {editing.scheme.categories.flatMap(({ items = [] }, category) =>
            items.map((item, index) => {
              const path = `categories.${category}.items.${index}.step`;
              return (
                <tr key={item.id}>
                  <th scope="row">
                    {item.name} <span className="soft">/ {item.cap}</span>
                  </th>
                  <td className="number">
                    <Cell
                      label={t('scheme.stepOf', { name: item.name })}
                      path={path}
                      number
                      value={item.step ?? ''}
                      onValue={(value) =>
                        editing.edit((before) => setItem(before, category, index, { step: orDefault(value) }))
                      }
                      wrong={wrongAt(t, editing, path)}
                    />
                  </td>
                  <td>
                    <Bands {...{ editing, item, category, index }} />
                  </td>
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </>
  );
}
