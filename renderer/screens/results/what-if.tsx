import { useState } from 'react';
import type { ReactNode } from 'react';
import type {
  WhatIfSpread,
  WhatIfStatistic,
  WhatIfStrictness,
  WhatIfVariant,
  WhatIfView,
} from '../../../shared/schema/what-if.ts';
import { useQuery } from '../../api/use-query.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { movedLines, outcomeLines, shownOffset } from './what-if-words.ts';

function Lines({ lines }: { readonly lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return <span className="soft">—</span>;
  return (
    <ul className="plain-lines">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Variants({ variants }: { readonly variants: readonly WhatIfVariant[] }): ReactNode {
  const t = useText();
  return (
    <DataTable
      label={t('law.variantsTitle')}
      rows={variants}
      rowKey={({ key, member }) => `${key} ${member ?? ''}`}
      columns={[
        {
          key: 'variant',
          title: t('law.variant'),
          heading: true,
          cell: ({ key, member }) => t(key, { member: member ?? '' }),
        },
        {
          key: 'outcome',
          title: t('law.variantOutcome'),
          cell: (variant) => <Lines lines={outcomeLines(t, variant)} />,
        },
        {
          key: 'moved',
          title: t('law.variantMoved'),
          cell: (variant) => <Lines lines={movedLines(t, variant)} />,
        },
      ]}
    />
  );
}

function Strictness({ members }: { readonly members: readonly WhatIfStrictness[] }): ReactNode {
  const t = useText();
  return (
    <DataTable
      label={t('law.strictTitle')}
      rows={members}
      rowKey={({ member }) => member}
      columns={[
        { key: 'member', title: t('law.strictMember'), heading: true, cell: ({ member }) => member },
        {
          key: 'offset',
          title: t('law.strictOffset'),
          align: 'number',
          cell: ({ shown }) => shownOffset(shown),
        },
        {
          key: 'word',
          title: t('law.strictWord'),
          cell: ({ key }) => t.of(key.replace('strictness-', 'law.strict-')),
        },
        {
          key: 'dossiers',
          title: t('law.strictDossiers'),
          align: 'number',
          narrow: true,
          cell: ({ dossiers }) => dossiers,
        },
      ]}
    />
  );
}

function Spreads({ spreads }: { readonly spreads: readonly WhatIfSpread[] }): ReactNode {
  const t = useText();
  const words = ({ lowest, highest, range, percent }: WhatIfSpread): string =>
    lowest === null || highest === null || range === null || percent === null
      ? t('spread-none')
      : t('spread-range', { lowest, highest, range, percent });
  return (
    <DataTable
      label={t('law.spreadTitle')}
      rows={spreads}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', title: t('law.spreadEnterprise'), heading: true, cell: ({ name }) => name },
        { key: 'range', title: t('law.spreadText'), cell: words },
      ]}
    />
  );
}

function Agreement({ agreement }: Pick<WhatIfView, 'agreement'>): ReactNode {
  const t = useText();
  const line = (
    key: 'agreement-kendall-w' | 'agreement-icc-single' | 'agreement-icc-average',
    statistic: WhatIfStatistic,
  ): ReactNode => (
    <li key={key}>
      {t(key, { shown: statistic.defined ? statistic.shown : '—' })}
      {t('punctuation.listBreak')}
      {t.of(statistic.defined ? statistic.band : statistic.reason)}
    </li>
  );
  const { members, dossiers, leftOut } = agreement;
  return (
    <>
      <p className="soft">{t('agreement-how-to-read')}</p>
      <ul className="bullets">
        {line('agreement-kendall-w', agreement.kendallW)}
        {line('agreement-icc-single', agreement.iccSingle)}
        {line('agreement-icc-average', agreement.iccAverage)}
      </ul>
      <p className="soft small">
        {t('agreement-basis', { members, dossiers })}{' '}
        {leftOut.length > 0 && t('agreement-left-out', { dossiers: leftOut.join('、') })}
      </p>
    </>
  );
}

function Recusals({ recusals }: Pick<WhatIfView, 'recusals'>): ReactNode {
  const t = useText();
  if (recusals.length === 0) return <p>{t('law.recusalNone')}</p>;
  return (
    <ul className="bullets">
      {recusals.map(({ outcome, flagged, ...values }) => {
        const { upper, lower, upperScore, lowerScore } = values;
        const filled = { upper, lower, upperScore: upperScore ?? '', lowerScore: lowerScore ?? '' };
        return (
          <li key={`${upper} ${lower}`}>
            {t.of(outcome, filled)} {flagged && <Chip kind="warn">{t('results.note')}</Chip>}
          </li>
        );
      })}
    </ul>
  );
}

/** 假设分析: folded, asked for only when unfolded, never printed. */
export function WhatIfSection(props: {
  readonly reviewId: string;
  /** A tie on the last place of the quota waits for a vote: those tied are compared as selected. */
  readonly openTie: boolean;
}): ReactNode {
  const { reviewId, openTie } = props;
  const t = useText();
  const [open, setOpen] = useState(false);
  const found = useQuery('tally.whatIf', open ? { reviewId } : null, ['tally', 'reviews']);
  const view = found.value;
  return (
    <details
      className="panel what-if no-print"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      aria-label={t('law.whatIfTitle')}
    >
      <summary>
        <strong>{t('law.whatIfTitle')}</strong> <span className="soft">{t('law.whatIfHint')}</span>
      </summary>
      <ProblemNote problem={found.problem} />
      {found.loading && <p className="soft">{t('frame.loading')}</p>}
      {open && view !== undefined && (
        <div className="stack">
          <p className="soft">
            {t('what-if-about')} {openTie && t('law.whatIfOpenTie')}
          </p>
          <Variants variants={view.variants} />
          <div className="two-sides">
            <section className="stack-tight" aria-label={t('law.strictTitle')}>
              <h3>{t('law.strictTitle')}</h3>
              <Strictness members={view.strictness} />
            </section>
            <section className="stack-tight" aria-label={t('law.agreementTitle')}>
              <h3>{t('law.agreementTitle')}</h3>
              <Agreement agreement={view.agreement} />
              <h3>{t('law.recusalTitle')}</h3>
              <Recusals recusals={view.recusals} />
            </section>
          </div>
          <section className="stack-tight" aria-label={t('law.spreadTitle')}>
            <h3>{t('law.spreadTitle')}</h3>
            <Spreads spreads={view.spreads} />
          </section>
        </div>
      )}
    </details>
  );
}
