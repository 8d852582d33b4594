import type { ReactNode } from 'react';
import type { Conclusion, Opinion } from '../../../shared/schema/result.ts';
import { Chip } from '../../components/page.tsx';
import type { ChipKind } from '../../components/page.tsx';
import { useText } from '../../stores/language.ts';
import { lacksText } from './order.ts';

const kinds: Readonly<Record<Conclusion, ChipKind>> = {
  recommend: 'good',
  'not-recommend': 'plain',
  defer: 'warn',
};

function Mark({ opinion }: { readonly opinion: Opinion }): ReactNode {
  const t = useText();
  if (opinion.ineligible) return <Chip>{t('results.ineligible')}</Chip>;
  const { conclusion } = opinion;
  return conclusion === null ? (
    <Chip kind="note">{t('conclusion.none')}</Chip>
  ) : (
    <Chip kind={kinds[conclusion]}>{t(`conclusion.${conclusion}`)}</Chip>
  );
}

export interface OpinionListProps {
  readonly opinions: readonly Opinion[];
  readonly chosen: string | undefined;
  readonly onChoose: (dossierId: string) => void;
}

/** The enterprises in the order of the result, each with its conclusion. */
export function OpinionList({ opinions, chosen, onChoose }: OpinionListProps): ReactNode {
  const t = useText();
  return (
    <nav className="choice-list" aria-label={t('opinions.list')}>
      {opinions.map((opinion) => (
        <button
          key={opinion.dossierId}
          type="button"
          aria-current={opinion.dossierId === chosen}
          onClick={() => onChoose(opinion.dossierId)}
        >
          <span className="rank">{opinion.rank ?? '—'}</span>
          <span className="name">
            {opinion.name}
            {lacksText(opinion) && <span className="soft small no-text">{t('opinions.noText')}</span>}
          </span>
          <Mark opinion={opinion} />
        </button>
      ))}
    </nav>
  );
}
