import type { ReactNode } from 'react';
import type { TallyView } from '../../../shared/schema/result.ts';
import { useText } from '../../stores/language.ts';

/** Pass mark and quota in words, and how many are selected by them. Nothing when the scheme names neither. */
export function SelectionLine({ view }: { readonly view: TallyView }): ReactNode {
  const t = useText();
  if (view.selection === null) return null;
  const { passMark, quota, dossiers } = view.selection;
  const parts = [
    ...(passMark === null ? [] : [t('law.passMark', { passMark })]),
    ...(quota === null ? [] : [t('law.quota', { quota })]),
    t('law.selectedCount', { count: dossiers.filter(({ selected }) => selected).length }),
  ];
  return (
    <p aria-label={t('law.selectionTitle')}>
      <strong>{t('law.selectionTitle')}</strong> {parts.join(t('punctuation.listBreak'))}
    </p>
  );
}
