import type { WhatIfVariant } from '../../../shared/schema/what-if.ts';
import type { Text } from '../../../shared/text/index.ts';

/** What a supposed rule would change, in sentences. */
export function outcomeLines(t: Text, variant: WhatIfVariant): readonly string[] {
  if (variant.ownRule) return [t('what-if-own-rule')];
  const { entering, leaving } = variant;
  return [
    t(variant.outcome),
    ...(variant.firstChanged ? [t('what-if-first')] : []),
    ...(entering.length > 0 ? [t('what-if-entering', { dossiers: entering.join('、') })] : []),
    ...(leaving.length > 0 ? [t('what-if-leaving', { dossiers: leaving.join('、') })] : []),
  ];
}

/** One line for each enterprise that would get another rank. */
export function movedLines(t: Text, { moved }: WhatIfVariant): readonly string[] {
  return moved.map(({ name, rank, otherRank }) => {
    if (otherRank === null) return t('law.movedOut', { name, rank: rank ?? '' });
    if (rank === null) return t('law.movedIn', { name, otherRank });
    return t('law.moved', { name, rank, otherRank });
  });
}

/** A signed offset: "+1.20", "−0.85"; a dash when there is nothing to compare with. */
export function shownOffset(shown: string | null): string {
  if (shown === null) return '—';
  if (shown.startsWith('-')) return shown.replace('-', '−');
  return /[1-9]/.test(shown) ? `+${shown}` : shown;
}
