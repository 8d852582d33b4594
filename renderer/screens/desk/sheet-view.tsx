import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../../shared/api/problem.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { BottomBar } from './bottom-bar.tsx';
import { flushDesk } from './desk-saving.ts';
import { useDeskStore } from './desk-store.ts';
import { matrixItem, reviewItem } from './items.ts';
import { OverallField } from './overall-field.tsx';
import { OwnList } from './own-list.tsx';
import { SheetNotes, BlockedNotes } from './sheet-notes.tsx';
import { SheetTable } from './sheet-table.tsx';
import { SidePanel } from './side-panel.tsx';
import { presentStand, standKinds } from './stand.ts';
import { isSubmittable, isWritable, type OpenDesk } from './use-desk.ts';
import { ViewToggle } from './view-toggle.tsx';

/** Pixels of page width below which the side panel starts closed. */
const roomForSide = 1200;

const shownStates = ['not-started', 'draft', 'ready', 'submitted'];

export interface SheetViewProps {
  readonly open: OpenDesk;
  /** The dossier that the route names; the first one that is still open otherwise. */
  readonly item: string | undefined;
  readonly problem: Problem | undefined;
}

/** 单家: own dossiers, the sheet, what is read beside it. */
export function SheetView({ open, item, problem }: SheetViewProps): ReactNode {
  const t = useText();
  const { reviewId, desk, scheme } = open;
  const [sideShown, setSideShown] = useState(() => window.innerWidth >= roomForSide);
  const [chosenItem, setChosenItem] = useState<string | null>(null);
  const { sheets } = desk;
  const sheet =
    sheets.find(({ dossierId }) => dossierId === item) ??
    sheets.find((each) => isWritable(open, each)) ??
    sheets[0];
  const typed = useDeskStore((state) => state.sheets[sheet?.dossierId ?? '']?.typed);
  if (sheet === undefined) return null;
  const writable = isWritable(open, sheet);
  const shown = shownStates.includes(sheet.state) && !desk.draftBlockedBy.includes('desk.notMaterials');
  const stand = presentStand(scheme, sheet, typed);
  const choose = (dossierId: string): void => {
    void flushDesk();
    goReview(reviewId, 'desk', dossierId);
  };
  const neighbour = (step: number): (() => void) | undefined => {
    const other = sheets[sheets.indexOf(sheet) + step];
    return other === undefined ? undefined : () => choose(other.dossierId);
  };
  const withSide = sideShown && sheet.fields !== null;
  return (
    <section className="desk" aria-label={t('desk.title')}>
      <div className={withSide ? 'columns with-side' : 'columns'}>
        <div className="left">
          <ViewToggle view="one" onView={() => goReview(reviewId, 'desk', matrixItem)} />
          <OwnList open={open} chosen={sheet.dossierId} onChoose={choose} />
        </div>
        <div className="centre">
          <header className="head">
            <h1>{sheet.name}</h1>
            <Chip kind={standKinds[stand]}>{t(`desk.state-${stand}`)}</Chip>
            {!withSide && sheet.fields !== null && (
              <Button kind="quiet" onClick={() => setSideShown(true)}>
                {t('desk.sideOpen')}
              </Button>
            )}
          </header>
          <div key={sheet.dossierId} className="inside">
            <ProblemNote problem={problem} />
            <BlockedNotes
              reasons={desk.draftBlockedBy.length > 0 ? desk.draftBlockedBy : []}
              onRecusal={() => goReview(reviewId, 'recusal')}
            />
            <SheetNotes open={open} sheet={sheet} />
            {shown && (
              <>
                <SheetTable
                  scheme={scheme}
                  dossierId={sheet.dossierId}
                  label={t('desk.sheetOf', { name: sheet.name })}
                  writable={writable}
                  onChosen={setChosenItem}
                />
                <OverallField dossierId={sheet.dossierId} writable={writable} />
              </>
            )}
          </div>
        </div>
        {withSide && (
          <SidePanel
            scheme={scheme}
            sheet={sheet}
            chosenItem={chosenItem}
            onClose={() => setSideShown(false)}
          />
        )}
      </div>
      <BottomBar
        scheme={scheme}
        dossierId={shown ? sheet.dossierId : null}
        writable={writable}
        previous={neighbour(-1)}
        next={neighbour(1)}
        onReview={
          isSubmittable(open) || desk.draftBlockedBy.length === 0
            ? () => goReview(reviewId, 'desk', reviewItem)
            : undefined
        }
      />
    </section>
  );
}
