import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { PaperSheet } from '../../../shared/schema/sheet.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { Chip } from '../../components/page.tsx';
import type { ChipKind } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { listed } from './listed.ts';
import { PaperRegisterDialog } from './paper-register.tsx';
import { ScanButton } from './scan-view.tsx';
import { itemNames } from './typing.ts';

const chips: Readonly<Record<PaperSheet['state'], ChipKind>> = {
  registered: 'warn',
  'typed-once': 'note',
  differs: 'bad',
  agreed: 'good',
};

export interface PaperListProps {
  readonly reviewId: string;
  readonly sheets: readonly PaperSheet[];
  readonly scheme: CompiledScheme | null;
  /** The secretary registers and takes back, until the opening. */
  readonly manages: boolean;
  /** Null before the closing and after the opening. */
  readonly onType: ((sheet: PaperSheet) => void) | null;
}

/** 纸质评分表: which, where they stand, who typed. */
export function PaperList({ reviewId, sheets, scheme, manages, onType }: PaperListProps): ReactNode {
  const t = useText();
  const [asked, setAsked] = useState<{ readonly sheet: PaperSheet; readonly what: 'scan' | 'back' } | null>(
    null,
  );
  const differing = (ids: readonly string[]): string =>
    scheme === null ? '' : listed(t, itemNames(scheme, ids));
  const columns: readonly Column<PaperSheet>[] = [
    { key: 'member', title: t('board.paperMember'), narrow: true, cell: ({ member }) => member },
    {
      key: 'dossier',
      title: t('board.dossier'),
      heading: true,
      cell: ({ number, name }) => (
        <>
          <span className="soft">{number}</span> {name}
        </>
      ),
    },
    {
      key: 'state',
      title: t('board.paperState'),
      narrow: true,
      cell: ({ state }) => <Chip kind={chips[state]}>{t(`board.paper-${state}`)}</Chip>,
    },
    {
      key: 'typists',
      title: t('board.paperTypists'),
      narrow: true,
      cell: ({ typedBy }) => (typedBy.length === 0 ? '—' : listed(t, typedBy)),
    },
    {
      key: 'scan',
      title: t('board.paperScan'),
      narrow: true,
      cell: (sheet) =>
        sheet.scanFile !== null ? (
          <ScanButton file={sheet.scanFile} />
        ) : manages ? (
          <Button kind="quiet" onClick={() => setAsked({ sheet, what: 'scan' })}>
            {t('board.attachScan')}
          </Button>
        ) : (
          <span className="warn">{t('board.noScan')}</span>
        ),
    },
    {
      key: 'acts',
      title: <span className="hidden-text">{t('action.edit')}</span>,
      narrow: true,
      cell: (sheet) => (
        <span className="row nowrap">
          {onType !== null && (
            <Button disabled={sheet.scanFile === null} onClick={() => onType(sheet)}>
              {t(sheet.state === 'differs' || sheet.state === 'agreed' ? 'board.retype' : 'board.type')}
            </Button>
          )}
          {manages && (
            <Button kind="quiet" onClick={() => setAsked({ sheet, what: 'back' })}>
              {t('board.unregister')}
            </Button>
          )}
        </span>
      ),
    },
  ];
  const close = (): void => setAsked(null);
  return (
    <section className="stack-tight" aria-label={t('board.papers')}>
      <h2>{t('board.papers')}</h2>
      <p className="soft small">{t('board.papersHint')}</p>
      <DataTable
        label={t('board.papers')}
        columns={columns}
        rows={sheets}
        rowKey={({ seatId, dossierId }) => `${seatId} ${dossierId}`}
        detail={({ state, differences }) =>
          state === 'differs' ? (
            <span className="bad">{t('board.differences', { items: differing(differences) })}</span>
          ) : null
        }
      />
      {asked?.what === 'scan' && (
        <PaperRegisterDialog
          reviewId={reviewId}
          part={{
            seatId: asked.sheet.seatId,
            name: asked.sheet.member,
            dossiers: [asked.sheet],
            all: false,
          }}
          onClose={close}
          onDone={close}
        />
      )}
      {asked?.what === 'back' && <Unregister reviewId={reviewId} sheet={asked.sheet} onClose={close} />}
    </section>
  );
}

interface UnregisterProps {
  readonly reviewId: string;
  readonly sheet: PaperSheet;
  readonly onClose: () => void;
}

function Unregister({ reviewId, sheet, onClose }: UnregisterProps): ReactNode {
  const t = useText();
  const back = useCommand('paper.unregister');
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const reply = await back.run({ reviewId, seatId: sheet.seatId, dossierId: sheet.dossierId, reason });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      title={t('board.unregisterTitle', { name: sheet.member })}
      onClose={onClose}
      ends={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            kind="danger"
            pending={back.pending}
            disabled={reason.trim() === ''}
            onClick={() => void send()}
          >
            {t('board.unregister')}
          </Button>
        </>
      }
    >
      <p>{t('board.unregisterText', { dossier: sheet.name })}</p>
      <TextField label={t('board.reason')} value={reason} onValue={setReason} autoFocus />
      <ProblemNote problem={back.problem} />
    </Dialog>
  );
}
