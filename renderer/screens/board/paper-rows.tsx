import type { KeyboardEvent, ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { exactDecimal } from '../../../shared/domain/fraction.ts';
import { useText } from '../../stores/language.ts';
import type { Typed, TypedState } from './typing.ts';

export interface PaperRowsProps {
  readonly scheme: CompiledScheme;
  readonly typed: Typed;
  readonly state: TypedState;
  /** Items in which the two typists differ. */
  readonly marked: readonly string[];
  /** Blanks are marked only after the first try to send. */
  readonly askBlanks: boolean;
  readonly onTyped: (id: string, value: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The rows of the printed sheet in its order. */
export function PaperRows(props: PaperRowsProps): ReactNode {
  const t = useText();
  const { scheme, typed, state, marked, askBlanks } = props;
  return (
    <div className="table-frame">
      <table className="table typing" aria-label={t('scheme.itemsTable')}>
        <thead>
          <tr>
            <th scope="col">{t('scheme.item')}</th>
            <th scope="col" className="number">
              {t('scheme.cap')}
            </th>
            <th scope="col">{t('board.score')}</th>
          </tr>
        </thead>
        <tbody>
          {scheme.categories.flatMap((category) => [
            <tr key={`category ${category.id}`} className="category-row">
              <th scope="rowgroup">{category.name}</th>
              <td className="number">{exactDecimal(category.cap)}</td>
              <td>{''}</td>
            </tr>,
            ...scheme.items.slice(category.first, category.first + category.count).map((item) => {
              const defect = state.wrong.get(item.id);
              const blank = askBlanks && state.blanks.includes(item.id);
              return (
                <tr key={item.id} className={marked.includes(item.id) ? 'differs' : undefined}>
                  <th scope="row">
                    {item.name}
                    {marked.includes(item.id) && (
                      <span className="warn small"> {t('board.paper-differs')}</span>
                    )}
                  </th>
                  <td className="number">{item.capText}</td>
                  <td className="narrow">
                    <input
                      className="input number score"
                      inputMode="decimal"
                      onKeyDown={props.onKey}
                      autoComplete="off"
                      aria-label={t('board.scoreOf', { name: item.name })}
                      aria-invalid={defect !== undefined || blank}
                      value={typed[item.id] ?? ''}
                      onChange={(event) => props.onTyped(item.id, event.target.value)}
                    />
                    {defect !== undefined && (
                      <span className="bad small wrong-score">{t.of(defect.reason, defect.values)}</span>
                    )}
                  </td>
                </tr>
              );
            }),
          ])}
        </tbody>
      </table>
    </div>
  );
}
