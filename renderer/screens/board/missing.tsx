import type { ReactNode } from 'react';
import type { Board } from '../../../shared/schema/sheet.ts';
import { useText } from '../../stores/language.ts';
import { PartList } from './absence.tsx';
import { missingByMember } from './selection.ts';

/** Who is missing, in words. */
export function Missing({ board }: { readonly board: Board }): ReactNode {
  const t = useText();
  const parts = missingByMember(board);
  if (board.dossiers.length === 0 || board.opened) return null;
  if (parts.length === 0) return <p className="good">{t('board.nothingMissing')}</p>;
  return (
    <section className="panel stack-tight" aria-label={t('board.missingTitle')}>
      <h2>{t('board.missingTitle')}</h2>
      <PartList parts={parts} />
    </section>
  );
}
