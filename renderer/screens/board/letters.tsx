import type { ReactNode } from 'react';
import type { Board } from '../../../shared/schema/sheet.ts';
import { useText } from '../../stores/language.ts';

/** A member's laptop had seen another record: said before everything else, because nothing else is sure then. */
export function Contradictions({ board }: { readonly board: Board }): ReactNode {
  const t = useText();
  if (board.contradictions.length === 0) return null;
  return (
    <ul className="plain-rules bad" role="alert">
      {board.contradictions.map(({ name, seen }) => (
        <li key={`${name} ${seen}`}>{t('board.contradiction', { name, seen })}</li>
      ))}
    </ul>
  );
}

/** What waits: files for a carrier, and sheets for the version in front of them. */
export function WaitingLetters({ board }: { readonly board: Board }): ReactNode {
  const t = useText();
  if (board.waitingLetters.length === 0 && board.gaps.length === 0) return null;
  return (
    <section className="panel stack-tight" aria-label={t('board.waitingLetters')}>
      <h2>{t('board.waitingLetters')}</h2>
      <ul className="plain-rules">
        {board.waitingLetters.map(({ name, count }) => (
          <li key={name}>{t('board.waitingOf', { name, count })}</li>
        ))}
        {board.gaps.map(({ seatId, dossierId }) => (
          <li key={`${seatId} ${dossierId}`} className="warn">
            {t('board.gap', {
              name: board.members.find((member) => member.seatId === seatId)?.name ?? '',
              number: board.dossiers.find((dossier) => dossier.dossierId === dossierId)?.number ?? 0,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
