import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { CompiledItem, CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { readCell } from './cell-text.ts';
import { useDeskStore, useTyped } from './desk-store.ts';
import { openZeros, textOf } from './sheet-content.ts';
import { categorySum, plainNumber, sheetSum } from './sheet-sums.ts';
import { presentStand, standKinds } from './stand.ts';
import type { OpenDesk } from './use-desk.ts';

const unscored = ['recused', 'absent', 'paper'];

interface OfSheet {
  readonly open: OpenDesk;
  readonly sheet: DeskSheet;
}

function ScoreText({ open, sheet, item }: OfSheet & { readonly item: CompiledItem }): ReactNode {
  const t = useText();
  const typed = useTyped(sheet.dossierId);
  if (unscored.includes(sheet.state)) return <span className="soft">—</span>;
  const reading = readCell(textOf(typed, item.id), item);
  if (reading.kind === 'blank') return <Chip kind="warn">{t('desk.reviewBlank')}</Chip>;
  if (reading.kind === 'wrong') return <Chip kind="bad">{t('desk.reviewWrong')}</Chip>;
  if (reading.hundredths === 0) {
    const asks = openZeros(open.scheme, typed).includes(item.id);
    return <Chip kind={asks ? 'bad' : 'note'}>{asks ? t('desk.reviewZero') : '0'}</Chip>;
  }
  return reading.text;
}

function CategoryText({ open, sheet, index }: OfSheet & { readonly index: number }): ReactNode {
  const typed = useTyped(sheet.dossierId);
  if (unscored.includes(sheet.state)) return '';
  return categorySum(open.scheme, typed, index)?.sum ?? '—';
}

function TotalText({ open, sheet }: OfSheet): ReactNode {
  const t = useText();
  const sum = sheetSum(open.scheme, useTyped(sheet.dossierId));
  if (unscored.includes(sheet.state)) return <span className="soft">—</span>;
  return (
    <>
      <strong>{sum.total ?? t('desk.noTotal')}</strong>
      {sum.filled > 0 && sum.filled < sum.items && (
        <span className="warn small"> {t('desk.undecidedShort')}</span>
      )}
    </>
  );
}

interface HeadProps extends OfSheet {
  readonly ready: boolean;
  readonly ticked: boolean;
  readonly onTick: (ticked: boolean) => void;
}

function SheetHead({ open, sheet, ready, ticked, onTick }: HeadProps): ReactNode {
  const t = useText();
  const typed = useDeskStore((state) => state.sheets[sheet.dossierId]?.typed);
  const stand = presentStand(open.scheme, sheet, typed);
  return (
    <th scope="col">
      <button
        type="button"
        className="link"
        title={sheet.name}
        onClick={() => goReview(open.reviewId, 'desk', sheet.dossierId)}
      >
        {sheet.number}. {sheet.name}
      </button>
      <span className="stand">
        {ready ? (
          <input
            type="checkbox"
            className="tick"
            aria-label={t('desk.reviewTick', { name: sheet.name })}
            checked={ticked}
            onChange={(event) => onTick(event.target.checked)}
          />
        ) : null}
        <Chip kind={standKinds[stand]}>{t(`desk.state-${stand}`)}</Chip>
      </span>
    </th>
  );
}

/** A category scored as a whole: its one item bears its name, and a row of its sum would say it twice. */
function isOneItem({ items }: CompiledScheme, category: CompiledScheme['categories'][number]): boolean {
  return category.count === 1 && items[category.first]?.name === category.name;
}

export interface ReviewTableProps {
  readonly open: OpenDesk;
  readonly ready: readonly DeskSheet[];
  readonly unticked: readonly string[];
  readonly onTick: (dossierId: string, ticked: boolean) => void;
}

/** Own scores of all dossiers side by side; blanks and zeros stand out by a word. */
export function ReviewTable({ open, ready, unticked, onTick }: ReviewTableProps): ReactNode {
  const t = useText();
  const { scheme } = open;
  const { sheets } = open.desk;
  return (
    <div className="review-frame">
      <table className="review" aria-label={t('desk.reviewTable')}>
        <thead>
          <tr>
            <th scope="col">{t('desk.item')}</th>
            {sheets.map((sheet) => (
              <SheetHead
                key={sheet.dossierId}
                open={open}
                sheet={sheet}
                ready={ready.includes(sheet)}
                ticked={!unticked.includes(sheet.dossierId)}
                onTick={(ticked) => onTick(sheet.dossierId, ticked)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {scheme.categories.map((category, index) => (
            <Fragment key={category.id}>
              {!isOneItem(scheme, category) && (
                <tr className="group">
                  <th scope="rowgroup">
                    {category.name} {t('desk.outOf', { cap: plainNumber(category.cap) })}
                  </th>
                  {sheets.map((sheet) => (
                    <td key={sheet.dossierId}>
                      <CategoryText open={open} sheet={sheet} index={index} />
                    </td>
                  ))}
                </tr>
              )}
              {scheme.items.slice(category.first, category.first + category.count).map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    {item.name} <span className="soft">{t('desk.outOf', { cap: item.capText })}</span>
                  </th>
                  {sheets.map((sheet) => (
                    <td key={sheet.dossierId}>
                      <ScoreText open={open} sheet={sheet} item={item} />
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              {t('desk.total')} {t('desk.outOf', { cap: plainNumber(scheme.total) })}
            </th>
            {sheets.map((sheet) => (
              <td key={sheet.dossierId}>
                <TotalText open={open} sheet={sheet} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
