import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { readAloudDigits } from '../panel/read-aloud.ts';

export interface Asked {
  readonly count: number;
  readonly digest: string;
  readonly name: string;
}

/** After the request went out: what happens next, and the digits that the keeper compares. */
export function AskedNote({
  asked,
  onBack,
}: {
  readonly asked: Asked;
  readonly onBack: () => void;
}): ReactNode {
  const t = useText();
  const { count, digest, name } = asked;
  return (
    <section className="panel stack" aria-label={t('board.openTitle')}>
      <h2>{t('board.openTitle')}</h2>
      <p role="status">{t('board.openAsked', { count, name })}</p>
      <p className="soft">{t('board.openDigits', { name })}</p>
      <p className="big-digits">{readAloudDigits(digest)}</p>
      <div className="row">
        <Button onClick={onBack}>{t('board.back')}</Button>
      </div>
    </section>
  );
}
