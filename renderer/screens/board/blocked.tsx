import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';

export interface BlockedProps {
  readonly reviewId: string;
  readonly sentence: string;
  /** Keys of `shared/text`, as the backend names them. */
  readonly reasons: readonly string[];
}

/** Why it can't go on, in sentences that say what to do. */
export function Blocked({ reviewId, sentence, reasons }: BlockedProps): ReactNode {
  const t = useText();
  if (reasons.length === 0) return null;
  return (
    <div className="blocked" role="note">
      <p className="warn">{sentence}</p>
      <ul className="plain-rules">
        {reasons.map((reason) => (
          <li key={reason}>{t.of(reason)}</li>
        ))}
      </ul>
      {reasons.some((reason) => reason.startsWith('panel.')) && (
        <div className="row">
          <Button onClick={() => goReview(reviewId, 'panel')}>{t('board.goPanel')}</Button>
        </div>
      )}
    </div>
  );
}
