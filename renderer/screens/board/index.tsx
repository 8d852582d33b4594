import { useState } from 'react';
import type { ReactNode } from 'react';
import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import type { PaperSheet } from '../../../shared/schema/sheet.ts';
import { useQuery } from '../../api/use-query.ts';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { BoardView } from './board-view.tsx';
import { keepersOf } from './keeper.tsx';
import { Opening } from './opening.tsx';
import { PaperEntry } from './paper-entry.tsx';

type Mode = 'board' | 'opening' | PaperSheet;

/** 评分进度: where every sheet stands; absences, paper, closing and opening by the secretary. */
export function Screen({ reviewId }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const office = seat !== undefined && seat.role !== 'member';
  // The supervisor only watches.
  const types = seat?.role === 'secretary' || seat?.role === 'recorder';
  const board = useQuery('board.get', { reviewId }, ['board', 'desk', 'panel', 'dossiers', 'reviews']);
  const panel = useQuery('panel.get', { reviewId }, ['panel']);
  const overview = useQuery('review.overview', { reviewId }, ['reviews']);
  const phase = overview.value?.phase;
  const begun = phase === 'scoring' || board.value?.closed === true;
  const papers = useQuery('paper.list', office && begun ? { reviewId } : null, ['board', 'reviews']);
  const stored = useQuery('scheme.get', { reviewId }, ['scheme']);
  const [mode, setMode] = useState<Mode>('board');
  const compiled = stored.value === undefined ? undefined : compileScheme(stored.value.scheme);
  const scheme = compiled?.ok === true ? compiled.scheme : null;
  const toBoard = (): void => setMode('board');
  const view = board.value;
  const { received = 0, expected = 0 } = view ?? {};
  const populated = view !== undefined && view.members.length > 0 && view.dossiers.length > 0;
  const keepers = keepersOf(panel.value?.seats ?? []);
  const supervisors = (panel.value?.seats ?? []).filter(({ role }) => role === 'supervisor');
  return (
    <Page title={t('tab.board')} note={view !== undefined && t('board.count', { received, expected })}>
      <ProblemNote problem={board.problem ?? panel.problem ?? overview.problem ?? papers.problem} />
      {view !== undefined && !populated && <EmptyState sentence={t('board.empty')} />}
      {view !== undefined && mode === 'opening' && (
        <Opening
          reviewId={reviewId}
          board={view}
          keepers={keepers}
          supervisors={supervisors}
          onBack={toBoard}
        />
      )}
      {scheme !== null && typeof mode === 'object' && (
        <PaperEntry reviewId={reviewId} sheet={mode} scheme={scheme} onBack={toBoard} />
      )}
      {view !== undefined && phase !== undefined && mode === 'board' && populated && (
        <BoardView
          reviewId={reviewId}
          board={view}
          papers={papers.value ?? []}
          scheme={scheme}
          keepers={keepers}
          secretary={seat?.role === 'secretary'}
          scoring={phase === 'scoring'}
          onType={types && view.closed && !view.opened ? setMode : null}
          onOpen={() => setMode('opening')}
        />
      )}
    </Page>
  );
}
