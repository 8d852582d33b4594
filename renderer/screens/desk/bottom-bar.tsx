import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { useTyped } from './desk-store.ts';
import { SaveNote } from './save-note.tsx';
import { openZeros } from './sheet-content.ts';
import { plainNumber, sheetSum } from './sheet-sums.ts';

function Total({
  scheme,
  dossierId,
}: {
  readonly scheme: CompiledScheme;
  readonly dossierId: string;
}): ReactNode {
  const t = useText();
  const typed = useTyped(dossierId);
  const sum = sheetSum(scheme, typed);
  const zeros = openZeros(scheme, typed).length;
  const total = sum.total ?? t('desk.noTotal');
  return (
    <>
      <span className="total" role="group" aria-label={t('desk.total')}>
        <span className="soft">{t('desk.total')}</span>{' '}
        <strong>{t('desk.totalOf', { total, cap: plainNumber(scheme.total) })}</strong>
      </span>
      {sum.undecided && <span className="bad">{t('desk.undecided')}</span>}
      <span className="soft">{t('desk.filled', { filled: sum.filled, items: sum.items })}</span>
      {zeros > 0 && <span className="bad">{t('desk.zerosOpen', { count: zeros })}</span>}
    </>
  );
}

export interface BottomBarProps {
  readonly scheme: CompiledScheme;
  /** Null where no sheet is chosen or shown. */
  readonly dossierId: string | null;
  readonly writable: boolean;
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly onReview: (() => void) | undefined;
}

/** Total, what is saved, the way to the neighbours and to the review page. */
export function BottomBar(props: BottomBarProps): ReactNode {
  const t = useText();
  const { scheme, dossierId } = props;
  return (
    <div className="desk-bar" role="region" aria-label={t('desk.bar')}>
      {dossierId !== null && <Total scheme={scheme} dossierId={dossierId} />}
      <span className="rest">
        {dossierId !== null && props.writable && <SaveNote dossierId={dossierId} />}
      </span>
      {(props.previous !== undefined || props.next !== undefined) && (
        <>
          <Button disabled={props.previous === undefined} onClick={props.previous}>
            {t('desk.previous')}
          </Button>
          <Button disabled={props.next === undefined} onClick={props.next}>
            {t('desk.next')}
          </Button>
        </>
      )}
      {props.onReview !== undefined && (
        <Button kind="primary" onClick={props.onReview}>
          {t('desk.review')}
        </Button>
      )}
    </div>
  );
}
