import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Seat } from '../../../shared/schema/people.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { AllowPinDialog } from './allow-pin-dialog.tsx';
import { Checklist } from './checklist.tsx';
import { CheckValues } from './check-values.tsx';
import { DrawDialog } from './draw-dialog.tsx';
import { DrawList } from './draw-list.tsx';
import { DeputyDialog, ElectDialog } from './name-dialogs.tsx';
import { ReseatDialog } from './reseat-dialog.tsx';
import { SeatDialog } from './seat-dialog.tsx';
import { SeatTable } from './seat-table.tsx';
import type { SectionProps } from './section-props.ts';
import { UnseatDialog } from './unseat-dialog.tsx';

type Open =
  | { readonly kind: 'seat' | 'draw' | 'elect' | 'deputy' }
  | { readonly kind: 'unseat' | 'reseat' | 'pin'; readonly seat: Seat };

/** 席位: who sits, what is still to do, and the values that are read aloud. */
export function MemberSection(props: SectionProps): ReactNode {
  const t = useText();
  const { reviewId, view, may } = props;
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const hasMembers = view.seats.some(({ role }) => role === 'member');
  return (
    <>
      <div className="panel-columns">
        <div className="stack">
          <div className="row">
            {may('panel.seat') && (
              <Button kind="primary" onClick={() => setOpen({ kind: 'seat' })}>
                {t('panel.seat')}
              </Button>
            )}
            {may('panel.draw') && (
              <Button onClick={() => setOpen({ kind: 'draw' })}>{t('law.draw-open')}</Button>
            )}
            {may('panel.nameDeputy') && hasMembers && (
              <Button onClick={() => setOpen({ kind: 'deputy' })}>{t('panel.nameDeputy')}</Button>
            )}
            {may('panel.elect') && hasMembers && (
              <Button onClick={() => setOpen({ kind: 'elect' })}>{t('panel.elect')}</Button>
            )}
          </div>
          {view.seats.length === 0 ? (
            <EmptyState sentence={t('panel.seatsEmpty')} />
          ) : (
            <SeatTable
              view={view}
              onUnseat={may('panel.unseat') ? (seat) => setOpen({ kind: 'unseat', seat }) : null}
              onAllowPin={may('panel.allowPin') ? (seat) => setOpen({ kind: 'pin', seat }) : null}
              onReseat={may('panel.reseat') ? (seat) => setOpen({ kind: 'reseat', seat }) : null}
            />
          )}
          {may('panel.draws') && <DrawList reviewId={reviewId} />}
        </div>
        <div className="stack">
          <Checklist view={view} />
          <CheckValues view={view} />
        </div>
      </div>
      {open?.kind === 'seat' && <SeatDialog {...props} onClose={close} />}
      {open?.kind === 'draw' && <DrawDialog {...props} onClose={close} />}
      {open?.kind === 'elect' && <ElectDialog {...props} onClose={close} />}
      {open?.kind === 'deputy' && <DeputyDialog {...props} onClose={close} />}
      {open?.kind === 'unseat' && <UnseatDialog reviewId={reviewId} seat={open.seat} onClose={close} />}
      {open?.kind === 'pin' && <AllowPinDialog reviewId={reviewId} seat={open.seat} onClose={close} />}
      {open?.kind === 'reseat' && <ReseatDialog {...props} seat={open.seat} onClose={close} />}
    </>
  );
}
