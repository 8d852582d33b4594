import type { ReactNode } from 'react';
import type { SchemeItem } from '../../../shared/domain/scheme.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { Cell, focusPath } from './cell.tsx';
import { moveItem, orDefault, removeItem, setItem } from './edit-scheme.ts';
import { wrongAt } from './editing.ts';
import type { Editing } from './editing.ts';

export interface ItemRowProps {
  readonly editing: Editing;
  readonly item: SchemeItem;
  readonly category: number;
  readonly index: number;
  readonly count: number;
  readonly onAppend: () => void;
}

/** Name, what is judged, cap. Enter goes down the column and adds a row at its end; Alt with an arrow moves the row. */
export function ItemRow({ editing, item, category, index, count, onAppend }: ItemRowProps): ReactNode {
  const t = useText();
  const { edit } = editing;
  const items = `categories.${category}.items`;
  const path = `${items}.${index}`;
  const name = item.name || t('scheme.itemNumber', { number: index + 1 });
  const change = (value: Partial<SchemeItem>): void =>
    edit((before) => setItem(before, category, index, value));
  const move = (by: -1 | 1, column: string): void => {
    edit((before) => moveItem(before, category, index, by));
    focusPath(`${items}.${Math.min(Math.max(index + by, 0), count - 1)}.${column}`);
  };
  const next = (column: string): void =>
    index + 1 < count ? focusPath(`${items}.${index + 1}.${column}`) : onAppend();
  return (
    <tr>
      <td>
        <Cell
          label={t('scheme.itemName', { number: index + 1 })}
          path={`${path}.name`}
          value={item.name}
          onValue={(value) => change({ name: value })}
          wrong={wrongAt(t, editing, `${path}.name`)}
          onMove={(by) => move(by, 'name')}
          onNext={() => next('name')}
        />
      </td>
      <td className="judged">
        <Cell
          label={t('scheme.judgedOf', { name })}
          path={`${path}.judged`}
          lines={2}
          value={item.judged ?? ''}
          onValue={(value) => change({ judged: orDefault(value) })}
          wrong={undefined}
          onMove={(by) => move(by, 'judged')}
        />
      </td>
      <td className="number">
        <Cell
          label={t('scheme.capOf', { name })}
          path={`${path}.cap`}
          number
          value={item.cap}
          onValue={(value) => change({ cap: value })}
          wrong={wrongAt(t, editing, `${path}.cap`)}
          onMove={(by) => move(by, 'cap')}
          onNext={() => next('cap')}
        />
      </td>
      <td className="moves">
        <Button
          kind="quiet"
          disabled={index === 0}
          aria-label={t('scheme.upOf', { name })}
          onClick={() => move(-1, 'name')}
        >
          {t('scheme.up')}
        </Button>
        <Button
          kind="quiet"
          disabled={index + 1 === count}
          aria-label={t('scheme.downOf', { name })}
          onClick={() => move(1, 'name')}
        >
          {t('scheme.down')}
        </Button>
        <Button
          kind="quiet"
          aria-label={t('scheme.removeOf', { name })}
          onClick={() => edit((before) => removeItem(before, category, index))}
        >
          {t('action.remove')}
        </Button>
      </td>
    </tr>
  );
}
