import type { TakenFile } from '../../../shared/schema/exchange.ts';
import type { Text } from '../../../shared/text/index.ts';
import type { ChipKind } from '../../components/page.tsx';

type Outcome = TakenFile['outcome'] | 'sent';

/** Why, in a sentence; empty where the outcome says it all. */
export function sentenceOf(t: Text, { reason, values }: Pick<TakenFile, 'reason' | 'values'>): string {
  return reason === '' ? '' : t.of(`exchange.reason.${reason}`, values, '');
}

export function chipOf(outcome: Outcome): ChipKind {
  if (outcome === 'accepted' || outcome === 'sent') return 'good';
  if (outcome === 'refused') return 'bad';
  return outcome === 'waiting' ? 'warn' : 'plain';
}
