import { useState } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Chip, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import type { useMay } from '../use-may.ts';
import { StateChip } from './chips.tsx';
import { ConditionTable } from './condition-table.tsx';
import { FieldFacts } from './field-facts.tsx';
import { MaterialsSection } from './materials-section.tsx';
import { editItem } from './places.ts';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** One application: its conditions with the decisions, then everything it says. */
export function DossierPage(props: {
  readonly reviewId: string;
  readonly dossierId: string;
  readonly may: ReturnType<typeof useMay>;
}): ReactNode {
  const t = useText();
  const { reviewId, dossierId, may } = props;
  const query = useQuery('dossier.get', { reviewId, dossierId }, ['dossiers', 'scheme', 'panel']);
  const [withdrawing, setWithdrawing] = useState(false);
  const dossier = query.value;
  const back = <Button onClick={() => goReview(reviewId, 'dossiers')}>{t('dossiers.backToList')}</Button>;
  if (dossier === undefined) {
    return (
      <Page title={t('dossiers.title')} actions={back}>
        {query.loading && <p className="soft">{t('frame.loading')}</p>}
        <ProblemNote problem={query.problem} />
      </Page>
    );
  }
  const open = !dossier.withdrawn;
  return (
    <Page
      title={`${dossier.number}. ${dossier.name}`}
      note={
        <span className="row">
          <StateChip dossier={dossier} />
          {dossier.preference && <Chip kind="note">{t('dossiers.preferenceMet')}</Chip>}
          <span>{t(`dossiers.source-${dossier.source}`)}</span>
        </span>
      }
      actions={
        <div className="row">
          {back}
          {open && may('dossier.withdraw') && (
            <Button kind="danger" onClick={() => setWithdrawing(true)}>
              {t('dossiers.withdraw')}
            </Button>
          )}
          {open && may('dossier.save') && (
            <Button kind="primary" onClick={() => goReview(reviewId, 'dossiers', editItem(dossierId))}>
              {t('dossiers.edit')}
            </Button>
          )}
        </div>
      }
    >
      <ProblemNote problem={query.problem} />
      {!open && <p className="soft">{t('dossiers.withdrawnNote')}</p>}
      <h2>{t('dossiers.conditions')}</h2>
      <ConditionTable reviewId={reviewId} dossier={dossier} mayJudge={open && may('dossier.judge')} />
      <MaterialsSection reviewId={reviewId} dossier={dossier} mayImport={open && may('material.import')} />
      <FieldFacts dossier={dossier} />
      {withdrawing && (
        <WithdrawDialog reviewId={reviewId} dossier={dossier} onClose={() => setWithdrawing(false)} />
      )}
    </Page>
  );
}
