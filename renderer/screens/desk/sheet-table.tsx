import { Fragment, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { useText } from '../../stores/language.ts';
import { useDeskStore } from './desk-store.ts';
import { ItemRow } from './item-row.tsx';
import type { Grid, Place } from './moves.ts';
import { nothingTyped } from './sheet-content.ts';
import { categorySum, plainNumber } from './sheet-sums.ts';
import { useCellGrid } from './use-cell-grid.ts';

/** What is judged, by item id. */
export function judgedOf(scheme: CompiledScheme): Readonly<Record<string, string>> {
  const items = scheme.source.categories.flatMap((category) => category.items ?? []);
  return Object.fromEntries(items.map((item) => [item.id, item.judged ?? '']));
}

function CategoryRow(props: {
  readonly scheme: CompiledScheme;
  readonly dossierId: string;
  readonly index: number;
}): ReactNode {
  const t = useText();
  const { scheme, dossierId, index } = props;
  const category = scheme.categories[index];
  // A text, so that the row is drawn again only when its sum changes.
  const words = useDeskStore((state) => {
    const sum = categorySum(scheme, state.sheets[dossierId]?.typed ?? nothingTyped, index);
    const cap = category === undefined ? '' : plainNumber(category.cap);
    const first = t('desk.categorySum', { sum: sum?.sum ?? '—', cap });
    return (sum?.weighted ?? null) === null
      ? first
      : `${first}  ${t('desk.weighted', { weighted: sum?.weighted ?? '' })}`;
  });
  if (category === undefined) return null;
  return (
    <tr className="group">
      <th scope="rowgroup">{category.name}</th>
      <td className="number">{words}</td>
    </tr>
  );
}

export interface SheetTableProps {
  readonly scheme: CompiledScheme;
  readonly dossierId: string;
  readonly label: string;
  readonly writable: boolean;
  readonly onChosen: (itemId: string) => void;
}

/** One sheet as a table of native fields; category rows carry their running sums. */
export function SheetTable({ scheme, dossierId, label, writable, onChosen }: SheetTableProps): ReactNode {
  const t = useText();
  const judged = useMemo(() => judgedOf(scheme), [scheme]);
  const grid = useMemo<Grid>(() => ({ rows: scheme.items.length, columns: 1, isOpen: () => true }), [scheme]);
  const at = useCallback((place: Place) => ({ dossierId, item: place.row }), [dossierId]);
  const cells = useCellGrid({ scheme, grid, at });
  return (
    <table className="sheet" aria-label={label}>
      <thead className="hidden-text">
        <tr>
          <th scope="col">{t('desk.number')}</th>
          <th scope="col">{t('desk.item')}</th>
          <th scope="col">{t('desk.score')}</th>
          <th scope="col">{t('desk.comment')}</th>
        </tr>
      </thead>
      <tbody>
        {scheme.categories.map((category, index) => (
          <Fragment key={category.id}>
            <CategoryRow scheme={scheme} dossierId={dossierId} index={index} />
            {scheme.items.slice(category.first, category.first + category.count).map((item, offset) => (
              <ItemRow
                key={item.id}
                dossierId={dossierId}
                item={item}
                judged={judged[item.id] ?? ''}
                row={category.first + offset}
                writable={writable}
                onChosen={onChosen}
                {...cells}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
