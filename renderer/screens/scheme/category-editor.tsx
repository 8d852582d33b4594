import type { ReactNode } from 'react';
import type { SchemeCategory } from '../../../shared/domain/scheme.ts';
import { Button } from '../../components/button.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { Cell, focusPath } from './cell.tsx';
import { categoryLine } from './check-scheme.ts';
import { addItem, moveCategory, removeCategory, setCategory } from './edit-scheme.ts';
import { sumWords, wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';
import { ItemRow } from './item-row.tsx';

export interface CategoryEditorProps {
  readonly editing: Editing;
  readonly category: SchemeCategory;
  readonly index: number;
}

function CategorySum({ category, index, editing }: CategoryEditorProps): ReactNode {
  const t = useText();
  const line = categoryLine(category);
  if (line === null) return <span className="soft small">{t('scheme.wholeCategory')}</span>;
  const takeSum = (): void => editing.edit((scheme) => setCategory(scheme, index, { cap: line.reached }));
  return (
    <span className="row">
      <span className={line.state === 'exact' ? 'good small' : 'bad small'}>{sumWords(t, line)}</span>
      {line.state !== 'exact' && line.reached !== '0' && (
        <Button kind="quiet" onClick={takeSum}>
          {t('scheme.takeSum', { reached: line.reached })}
        </Button>
      )}
    </span>
  );
}

/** One category: its name and cap, its items, their sum. */
export function CategoryEditor({ editing, category, index }: CategoryEditorProps): ReactNode {
  const t = useText();
  const { edit, scheme } = editing;
  const path = `categories.${index}`;
  const number = index + 1;
  const name = category.name || t('scheme.categoryNumber', { number });
  const move = (by: -1 | 1): void => {
    edit((before) => moveCategory(before, index, by));
    focusPath(`categories.${Math.min(Math.max(index + by, 0), scheme.categories.length - 1)}.name`);
  };
  const remove = async (): Promise<void> => {
    const question = {
      title: t('scheme.removeCategoryTitle', { name }),
      sentence: t('scheme.removeCategoryText', { count: category.items?.length ?? 0 }),
      verb: t('action.remove'),
    };
    if (await confirm(question)) edit((before) => removeCategory(before, index));
  };
  const append = (): void => {
    edit((before) => addItem(before, index));
    focusPath(`${path}.items.${category.items?.length ?? 0}.name`);
  };
  return (
    <section className="panel category" aria-label={name} data-path={`${path}.items`} tabIndex={-1}>
      <div className="category-head">
        <span className="ordinal">{number}</span>
        <Cell
          label={t('scheme.categoryName', { number })}
          path={`${path}.name`}
          value={category.name}
          onValue={(value) => edit((before) => setCategory(before, index, { name: value }))}
          wrong={wrongAt(t, editing, `${path}.name`)}
          onMove={move}
          onNext={() => focusPath(`${path}.cap`)}
        />
        <Cell
          label={t('scheme.categoryCap', { number })}
          path={`${path}.cap`}
          number
          value={category.cap}
          onValue={(value) => edit((before) => setCategory(before, index, { cap: value }))}
          wrong={wrongAt(t, editing, `${path}.cap`)}
          onMove={move}
          onNext={() => focusPath(`${path}.items.0.name`)}
        />
        <span className="soft">{t('scheme.points')}</span>
        {category.weight !== undefined && (
          <span className="soft">{t('scheme.weighted', { weight: category.weight })}</span>
        )}
        <span className="moves">
          <Button kind="quiet" disabled={index === 0} onClick={() => move(-1)}>
            {t('scheme.up')}
          </Button>
          <Button kind="quiet" disabled={number === scheme.categories.length} onClick={() => move(1)}>
            {t('scheme.down')}
          </Button>
          <Button kind="quiet" onClick={() => void remove()}>
            {t('action.remove')}
          </Button>
        </span>
      </div>
      {category.items !== undefined && (
        <table className="items" aria-label={t('scheme.itemsOf', { name })}>
          <thead>
            <tr>
              <th scope="col">{t('scheme.item')}</th>
              <th scope="col">{t('scheme.judged')}</th>
              <th scope="col" className="number">
                {t('scheme.cap')}
              </th>
              <th scope="col">
                <span className="hidden-text">{t('scheme.order')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {category.items.map((item, place) => (
              <ItemRow
                key={item.id}
                {...{ editing, item, category: index, index: place, count: category.items?.length ?? 0 }}
                onAppend={append}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className="spread">
        <Button kind="quiet" onClick={append}>
          {t('scheme.addItem')}
        </Button>
        <CategorySum {...{ editing, category, index }} />
      </div>
    </section>
  );
}
