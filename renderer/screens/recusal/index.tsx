import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { DeclaredList } from './declared-list.tsx';
import { DeclareForm } from './declare-form.tsx';

/** 回避声明: names and nothing else, declared once, then shown as declared. */
export function Screen({ reviewId }: ReviewScreenProps): ReactNode {
  const t = useText();
  const names = useQuery('recusal.names', { reviewId }, ['panel', 'dossiers']);
  if (names.loading) return <p className="page soft">{t('frame.loading')}</p>;
  const list = names.value;
  return (
    <Page title={t('recusal.title')}>
      <ProblemNote problem={names.problem} />
      {list !== undefined && list.declared && <DeclaredList reviewId={reviewId} names={list.names} />}
      {list !== undefined && !list.declared && list.names.length === 0 && (
        <EmptyState sentence={t('recusal.empty')} />
      )}
      {list !== undefined && !list.declared && list.names.length > 0 && (
        <DeclareForm reviewId={reviewId} names={list.names} />
      )}
    </Page>
  );
}
