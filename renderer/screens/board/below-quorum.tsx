import type { ReactNode } from 'react';
import type { Board } from '../../../shared/schema/sheet.ts';
import { useText } from '../../stores/language.ts';

/** Says before the closing and before the opening what could only end provisional. */
export function BelowQuorum({ board }: { readonly board: Board }): ReactNode {
  const t = useText();
  if (board.opened || board.belowQuorum.length === 0) return null;
  return (
    <ul className="plain-rules warn" role="status">
      {board.belowQuorum.map(({ dossierId, name, members, quorum }) => (
        <li key={dossierId}>{t('board.belowQuorum', { name, members, quorum })}</li>
      ))}
    </ul>
  );
}
