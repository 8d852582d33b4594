import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { DeskSheet } from '../../../shared/schema/sheet.ts';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { useDeskStore } from './desk-store.ts';
import { sheetSum } from './sheet-sums.ts';
import { presentStand, standKinds } from './stand.ts';
import type { OpenDesk } from './use-desk.ts';

const deliveryKinds = { waiting: 'note', received: 'good', refused: 'warn' } as const;

interface EntryProps {
  readonly open: OpenDesk;
  readonly sheet: DeskSheet;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Entry({ open: { scheme }, sheet, chosen, onChoose }: EntryProps): ReactNode {
  const t = useText();
  const element = useRef<HTMLButtonElement>(null);
  const typed = useDeskStore((state) => state.sheets[sheet.dossierId]?.typed);
  const stand = presentStand(scheme, sheet, typed);
  const sum = typed === undefined || stand === 'absent' || stand === 'paper' ? null : sheetSum(scheme, typed);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li>
      <button
        ref={element}
        type="button"
        className="own"
        aria-current={chosen ? 'true' : undefined}
        onClick={onChoose}
      >
        <span className="name">
          {sheet.number}. {sheet.name}
        </span>
        <span className="line">
          {sheet.delivery === null ? (
            <Chip kind={standKinds[stand]}>{t(`desk.state-${stand}`)}</Chip>
          ) : (
            <Chip kind={deliveryKinds[sheet.delivery.state]}>
              {t(`desk.delivery-${sheet.delivery.state}`)}
            </Chip>
          )}
          {sum !== null && (
            <>
              <span className="soft">{t('desk.progress', { filled: sum.filled, items: sum.items })}</span>
              <strong className="total">{sum.total ?? t('desk.noTotal')}</strong>
            </>
          )}
        </span>
      </button>
    </li>
  );
}

export interface OwnListProps {
  readonly open: OpenDesk;
  readonly chosen: string | undefined;
  readonly onChoose: (dossierId: string) => void;
}

/** The own dossiers with progress, own total and state. */
export function OwnList({ open, chosen, onChoose }: OwnListProps): ReactNode {
  const t = useText();
  return (
    <nav className="own-list" aria-label={t('desk.own')}>
      <ul>
        {open.desk.sheets.map((sheet) => (
          <Entry
            key={sheet.dossierId}
            open={open}
            sheet={sheet}
            chosen={sheet.dossierId === chosen}
            onChoose={() => onChoose(sheet.dossierId)}
          />
        ))}
      </ul>
    </nav>
  );
}
