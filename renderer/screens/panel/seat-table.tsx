import type { ReactNode } from 'react';
import type { PanelView, Seat } from '../../../shared/schema/people.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { orderSeats } from './panel-state.ts';

function States({ seat }: { readonly seat: Seat }): ReactNode {
  const t = useText();
  return (
    <span className="stack-tight">
      <span>
        <Chip kind={seat.hasProfile ? 'good' : 'warn'}>
          {t(seat.hasProfile ? 'panel.profile' : 'panel.noProfile')}
        </Chip>
      </span>
      {seat.role === 'member' && (
        <span>
          <Chip kind={seat.declared ? 'good' : 'warn'}>
            {t(seat.declared ? 'panel.declaration' : 'panel.noDeclaration')}
          </Chip>
        </span>
      )}
    </span>
  );
}

export interface SeatTableProps {
  readonly view: PanelView;
  /** null where the act isn't allowed. */
  readonly onUnseat: ((seat: Seat) => void) | null;
  readonly onReseat: ((seat: Seat) => void) | null;
  readonly onAllowPin: ((seat: Seat) => void) | null;
}

/** The seats by role, chair and deputy first. */
export function SeatTable({ view, onUnseat, onReseat, onAllowPin }: SeatTableProps): ReactNode {
  const t = useText();
  const columns: readonly Column<Seat>[] = [
    {
      key: 'role',
      title: t('panel.role'),
      narrow: true,
      cell: (seat) => (
        <span className="stack-tight">
          <span>
            {seat.role === 'member' ? t(`people.kind-${seat.kind}`) : t(`panel.group-${seat.role}`)}
          </span>
          {(seat.chair || seat.deputy) && (
            <span>
              <Chip kind="note">{t(seat.chair ? 'panel.chair' : 'panel.deputy')}</Chip>
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'name',
      title: t('panel.name'),
      heading: true,
      narrow: true,
      cell: (seat) => (
        <span className="stack-tight">
          <span className="person-name">{seat.name}</span>
          {seat.code !== null && (
            <span className="soft small">
              {t('panel.code')} {seat.code}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'organisation',
      title: t('panel.organisation'),
      cell: (seat) => (
        <span className="stack-tight">
          <span>{[seat.organisation, seat.title].filter((part) => part !== '').join(' ')}</span>
          <span className="soft small">{seat.field}</span>
        </span>
      ),
    },
    { key: 'state', title: t('panel.state'), narrow: true, cell: (seat) => <States seat={seat} /> },
  ];
  const acts: Column<Seat> = {
    key: 'acts',
    title: t('panel.actions'),
    narrow: true,
    cell: (seat) =>
      seat.role !== 'secretary' && (
        <>
          {onReseat !== null && seat.hasProfile && (
            <Button
              kind="quiet"
              aria-label={t('panel.reseatFor', { name: seat.name })}
              onClick={() => onReseat(seat)}
            >
              {t('panel.reseat')}
            </Button>
          )}
          {onAllowPin !== null && seat.guard === 'pin' && (
            <Button
              kind="quiet"
              aria-label={t('panel.allowPinFor', { name: seat.name })}
              onClick={() => onAllowPin(seat)}
            >
              {t('panel.allowPin')}
            </Button>
          )}
          {onUnseat !== null && (
            <Button
              kind="quiet"
              aria-label={t('panel.unseatFor', { name: seat.name })}
              onClick={() => onUnseat(seat)}
            >
              {t('panel.unseat')}
            </Button>
          )}
        </>
      ),
  };
  const withActs = onUnseat !== null || onReseat !== null;
  return (
    <DataTable
      label={t('panel.seats')}
      columns={withActs ? [...columns, acts] : columns}
      rows={orderSeats(view.seats)}
      rowKey={(seat) => seat.seatId}
    />
  );
}
