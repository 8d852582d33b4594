import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Page, Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { useSeat } from '../../stores/session.ts';
import type { ReviewScreenProps } from '../routes.tsx';
import { Editor } from './editor.tsx';
import { Frozen } from './frozen.tsx';
import { SchemeView } from './view.tsx';

/** 评分办法: the secretary edits and freezes it; afterwards, and for everybody else, it is read. */
export function Screen({ reviewId }: ReviewScreenProps): ReactNode {
  const t = useText();
  const seat = useSeat(reviewId);
  const stored = useQuery('scheme.get', { reviewId }, ['scheme', 'reviews']);
  const [justFrozen, setJustFrozen] = useState(false);
  const value = stored.value;
  const editable = value?.frozen === null && seat?.role === 'secretary';
  const state = value === undefined ? undefined : value.frozen === null ? 'open' : 'frozen';
  return (
    <Page
      title={t('tab.scheme')}
      note={
        state !== undefined && (
          <Chip kind={state === 'frozen' ? 'good' : 'warn'}>{t(`scheme.state-${state}`)}</Chip>
        )
      }
    >
      <ProblemNote problem={stored.problem} />
      {value !== undefined && editable && (
        <Editor reviewId={reviewId} stored={value} onFrozen={() => setJustFrozen(true)} />
      )}
      {value !== undefined && !editable && (
        <>
          {value.frozen === null && <p className="soft">{t('scheme.openForOthers')}</p>}
          {value.frozen !== null && (
            <Frozen
              reviewId={reviewId}
              frozen={value.frozen}
              recoveryFile={seat?.role === 'secretary' ? value.recoveryFile : null}
              just={justFrozen}
            />
          )}
          <SchemeView scheme={value.scheme} />
        </>
      )}
    </Page>
  );
}
