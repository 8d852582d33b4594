import type { Text } from '../../../shared/text/index.ts';
import type { MemberPart } from './selection.ts';

/** Names one after another, as the language writes a list. */
export function listed(t: Text, names: readonly string[]): string {
  return names.join(t.language === 'en' ? ', ' : '、');
}

/** "王某 3 份、李某 1 份" */
export function countWords(t: Text, parts: readonly MemberPart[]): string {
  return listed(
    t,
    parts.map(({ name, dossiers }) => t('board.chosenOf', { name, count: dossiers.length })),
  );
}
