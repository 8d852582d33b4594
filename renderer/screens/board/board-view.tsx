import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { Seat } from '../../../shared/schema/people.ts';
import type { Board, PaperSheet } from '../../../shared/schema/sheet.ts';
import { useCommand } from '../../api/use-command.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { confirm } from '../../stores/confirm.ts';
import { useText } from '../../stores/language.ts';
import { AbsenceDialog } from './absence.tsx';
import { BelowQuorum } from './below-quorum.tsx';
import { Blocked } from './blocked.tsx';
import { Contradictions, WaitingLetters } from './letters.tsx';
import { countWords } from './listed.ts';
import { Legend } from './marks.tsx';
import { Matrix } from './matrix.tsx';
import { Missing } from './missing.tsx';
import { PaperList } from './paper-list.tsx';
import { PaperRegisterDialog } from './paper-register.tsx';
import { PrintSheets } from './print-sheets.tsx';
import { byMember, hasSelectable, missingByMember, stillSelectable } from './selection.ts';
import type { Selection } from './selection.ts';

export interface BoardViewProps {
  readonly reviewId: string;
  readonly board: Board;
  readonly papers: readonly PaperSheet[];
  readonly scheme: CompiledScheme | null;
  readonly keepers: readonly Seat[];
  readonly secretary: boolean;
  readonly scoring: boolean;
  readonly onType: ((sheet: PaperSheet) => void) | null;
  readonly onOpen: () => void;
}

/** The matrix with what can be done about it. Only the secretary acts; everybody else reads. */
export function BoardView(props: BoardViewProps): ReactNode {
  const t = useText();
  const { reviewId, board, papers, secretary, scoring } = props;
  const close = useCommand('review.close');
  const [selected, setSelected] = useState<Selection>(new Set());
  const [dialog, setDialog] = useState<'absence' | 'paper' | null>(null);
  const selection = stillSelectable(board, selected);
  const parts = byMember(board, selection);
  const acts = secretary && (scoring || board.closed) && !board.opened;
  const done = (): void => {
    setDialog(null);
    setSelected(new Set());
  };
  const askToClose = async (): Promise<void> => {
    const missing = missingByMember(board);
    const state =
      missing.length === 0
        ? t('board.closeComplete', { count: board.received })
        : t('board.closeMissing', { count: board.missing.length, names: countWords(t, missing) });
    const question = {
      title: t('board.closeTitle'),
      sentence: `${state} ${t('board.closeText')}`,
      verb: t('board.close'),
      irreversible: true,
    };
    if (await confirm(question)) await close.run({ reviewId });
  };
  const [first] = parts;
  return (
    <>
      <div className="spread">
        <Legend shown={new Set(board.cells.flat())} />
        {acts && !board.closed && (
          <Button
            kind={board.missing.length === 0 ? 'primary' : 'plain'}
            disabled={board.closeBlockedBy.length > 0}
            pending={close.pending}
            onClick={() => void askToClose()}
          >
            {t('board.close')}
          </Button>
        )}
        {acts && board.closed && (
          <Button kind="primary" onClick={props.onOpen}>
            {t('board.openPage')}
          </Button>
        )}
      </div>
      <ProblemNote problem={close.problem} />
      <Contradictions board={board} />
      <BelowQuorum board={board} />
      {acts && !board.closed && (
        <Blocked reviewId={reviewId} sentence={t('board.closeBlocked')} reasons={board.closeBlockedBy} />
      )}
      {acts && hasSelectable(board) && (
        <div className="row chosen-bar" role="status">
          {parts.length === 0 ? (
            <span className="soft small">{t('board.chooseHint')}</span>
          ) : (
            <>
              <span>{t('board.chosen', { count: selection.size, names: countWords(t, parts) })}</span>
              <Button onClick={() => setDialog('absence')}>{t('board.absence')}</Button>
              <Button disabled={parts.length > 1} onClick={() => setDialog('paper')}>
                {t('board.paper')}
              </Button>
              <Button kind="quiet" onClick={() => setSelected(new Set())}>
                {t('board.clear')}
              </Button>
              {parts.length > 1 && <span className="soft small">{t('board.oneScan')}</span>}
            </>
          )}
        </div>
      )}
      <Matrix board={board} selection={selection} onSelection={acts ? setSelected : null} />
      <p className="soft small">
        {t(
          board.opened
            ? 'board.afterOpening'
            : scoring || board.closed
              ? 'board.noNumbers'
              : 'board.notYetScoring',
        )}
      </p>
      <Missing board={board} />
      <WaitingLetters board={board} />
      {papers.length > 0 && (
        <PaperList
          reviewId={reviewId}
          sheets={papers}
          scheme={props.scheme}
          manages={acts}
          onType={props.onType}
        />
      )}
      {secretary && !board.closed && <PrintSheets reviewId={reviewId} />}
      {dialog === 'absence' && (
        <AbsenceDialog
          reviewId={reviewId}
          parts={parts}
          keepers={props.keepers}
          onClose={() => setDialog(null)}
          onDone={done}
        />
      )}
      {dialog === 'paper' && first !== undefined && (
        <PaperRegisterDialog reviewId={reviewId} part={first} onClose={() => setDialog(null)} onDone={done} />
      )}
    </>
  );
}
