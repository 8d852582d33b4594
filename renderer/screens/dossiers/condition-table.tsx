import type { ReactNode } from 'react';
import type { ConditionResult, DossierView } from '../../../shared/schema/dossier.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import type { Column } from '../../components/data-table.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { OutcomeChip } from './chips.tsx';
import { JudgeForm } from './judge-form.tsx';
import { isOpen } from './judgements.ts';
import { useJudge } from './use-judge.ts';

interface Props {
  readonly reviewId: string;
  readonly dossier: DossierView;
  readonly mayJudge: boolean;
}

/** Who decided, when and why, and the way to take it back. */
function Judged(props: Props & { readonly condition: ConditionResult }): ReactNode {
  const t = useText();
  const { takeBack, command } = useJudge(props.reviewId, props.dossier, props.condition);
  const { judged } = props.condition;
  if (judged === null) return null;
  return (
    <div className="row small">
      <span className="soft">
        {t('dossiers.byPerson', { by: judged.by })} <WhenText timeMs={judged.atMs} />
      </span>
      <span>{judged.reason}</span>
      {props.mayJudge && (
        <Button kind="quiet" pending={command.pending} onClick={() => void takeBack()}>
          {t('dossiers.takeBack')}
        </Button>
      )}
      <ProblemNote problem={command.problem} />
    </div>
  );
}

/** Each condition with its article, what the application says, the outcome and a person's decision. */
export function ConditionTable({ reviewId, dossier, mayJudge }: Props): ReactNode {
  const t = useText();
  const columns: readonly Column<ConditionResult>[] = [
    {
      key: 'condition',
      title: t('dossiers.condition'),
      heading: true,
      cell: (condition) => (
        <div className="stack-tight">
          <span>{condition.text}</span>
          <span className="soft small">{condition.article}</span>
        </div>
      ),
    },
    {
      key: 'effect',
      title: t('dossiers.effect'),
      narrow: true,
      cell: (condition) => t(`dossiers.effect-${condition.effect}`),
    },
    {
      key: 'value',
      title: t('dossiers.value'),
      cell: (condition) =>
        condition.value === '' ? <span className="soft">{t('dossiers.valueNone')}</span> : condition.value,
    },
    {
      key: 'outcome',
      title: t('dossiers.outcome'),
      narrow: true,
      cell: (condition) => (
        <div className="stack-tight">
          <span>
            <OutcomeChip outcome={condition.outcome} effect={condition.effect} />
          </span>
          {!isOpen(condition) && condition.judged === null && (
            <span className="soft small">{t('dossiers.byRule')}</span>
          )}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      label={t('dossiers.conditions')}
      columns={columns}
      rows={dossier.conditions}
      rowKey={(condition) => condition.conditionId}
      empty={t('dossiers.noConditions')}
      detail={(condition) => {
        if (condition.judged !== null) {
          return <Judged reviewId={reviewId} dossier={dossier} mayJudge={mayJudge} condition={condition} />;
        }
        if (!isOpen(condition) || !mayJudge) return null;
        return <JudgeForm reviewId={reviewId} dossier={dossier} condition={condition} />;
      }}
    />
  );
}
