import { useState } from 'react';
import type { ReactNode } from 'react';
import { compileScheme } from '../../../shared/domain/compile-scheme.ts';
import { correctionReasons } from '../../../shared/domain/correction-reasons.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { Correction, TallyView } from '../../../shared/schema/result.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { useSeat } from '../../stores/session.ts';
import { PaperEntry } from '../board/paper-entry.tsx';
import { useMay } from '../use-may.ts';
import { typedSheet } from './correction-state.ts';
import { CorrectionTable } from './correction-table.tsx';
import { ReopenForm } from './reopen-form.tsx';

export interface CorrectionSectionProps {
  readonly reviewId: string;
  readonly view: TallyView;
  /** The frozen scheme with the reasons that it allows; undefined while it is loading. */
  readonly rules: Scheme | undefined;
}

/**
 * Corrections with their first values; the secretary reopens, the scorer goes to the own reopened sheet, the
 * office types one that was on paper.
 */
export function CorrectionSection({ reviewId, view, rules }: CorrectionSectionProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const may = useMay(reviewId);
  const mayReopen = may('correction.reopen');
  const list = useQuery('correction.list', { reviewId }, ['tally', 'desk', 'reviews']);
  const compiled = rules === undefined ? undefined : compileScheme(rules);
  const scheme = compiled?.ok === true ? compiled.scheme : null;
  const [reopening, setReopening] = useState(false);
  const [typing, setTyping] = useState<Correction | null>(null);
  const corrections = list.value ?? [];
  const own = corrections.filter(({ seatId, done }) => seatId === seat?.seatId && !done);
  const sheet = typing === null ? null : typedSheet(typing);
  if (corrections.length === 0 && !mayReopen) return null;
  if (sheet !== null && scheme !== null) {
    return (
      <PaperEntry corrects reviewId={reviewId} sheet={sheet} scheme={scheme} onBack={() => setTyping(null)} />
    );
  }
  return (
    <section className="stack-tight" aria-label={t('law.correctionTitle')}>
      <div className="row">
        <h2>{t('law.correctionTitle')}</h2>
        {mayReopen && !reopening && <Button onClick={() => setReopening(true)}>{t('law.reopenOpen')}</Button>}
      </div>
      <ProblemNote problem={list.problem} />
      {may('correction.submit') &&
        own.map((each) => <OwnCorrection key={each.dossierId} reviewId={reviewId} correction={each} />)}
      {reopening && (
        <ReopenForm
          reviewId={reviewId}
          view={view}
          reasons={rules?.correctionReasons ?? correctionReasons}
          onDone={() => setReopening(false)}
        />
      )}
      {corrections.length > 0 && (
        <CorrectionTable
          reviewId={reviewId}
          corrections={corrections}
          scheme={scheme}
          mayAttach={may('correction.attach')}
          onType={may('correction.enter') ? setTyping : null}
        />
      )}
      {corrections.length === 0 && !reopening && <p className="soft">{t('law.correctionNone')}</p>}
    </section>
  );
}

interface OwnCorrectionProps {
  readonly reviewId: string;
  readonly correction: Correction;
}

function OwnCorrection({ reviewId, correction }: OwnCorrectionProps): ReactNode {
  const t = useText();
  const { dossierId, name, reason, paper } = correction;
  return (
    <div className="panel warn-panel stack-tight" role="note">
      <strong>{t(paper === null ? 'law.correctionOwn' : 'law.correctionOwnPaper')}</strong>
      <div className="row">
        <span>{t('law.correctionOwnText', { name, reason })}</span>
        {paper === null && (
          <Button kind="primary" onClick={() => goReview(reviewId, 'results', dossierId)}>
            {t('law.correctOpen')}
          </Button>
        )}
      </div>
    </div>
  );
}
