import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { EmptyState, Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { goReview } from '../../stores/router.ts';
import { JudgeForm } from './judge-form.tsx';
import { openConditions, openKey } from './judgements.ts';
import type { OpenCondition } from './judgements.ts';
import { useDossierViews } from './use-dossier-views.ts';

/** The condition once, then each enterprise that waits for it. */
function groupByCondition(lines: readonly OpenCondition[]): readonly (readonly OpenCondition[])[] {
  const groups = new Map<string, OpenCondition[]>();
  for (const line of lines) {
    const { conditionId } = line.condition;
    groups.set(conditionId, [...(groups.get(conditionId) ?? []), line]);
  }
  return [...groups.values()];
}

/** 待认定: every open condition of every enterprise, one line each. */
export function OpenJudgements({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const { views, problem, refresh } = useDossierViews(reviewId);
  const [conditionId, setConditionId] = useState('');
  const [effect, setEffect] = useState('all');
  const area = useRef<HTMLDivElement>(null);
  const [recorded, setRecorded] = useState(0);
  const every = openConditions(views ?? [], { conditionId: '', vetoesOnly: false });
  const lines = openConditions(views ?? [], { conditionId, vetoesOnly: effect === 'veto' });
  const nextLine = useRef<string | null>(null);

  useEffect(() => {
    if (recorded === 0) return;
    const wanted = nextLine.current;
    const line = [...(area.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].find(
      (element) => element.dataset['line'] === wanted,
    );
    line?.querySelector<HTMLElement>('input')?.focus();
  }, [recorded]);

  const moveOn = async (line: OpenCondition): Promise<void> => {
    const place = lines.findIndex((other) => openKey(other) === openKey(line));
    const next = lines[place + 1] ?? lines[place - 1];
    nextLine.current = next === undefined ? null : openKey(next);
    await refresh(line.dossier.dossierId);
    setRecorded((times) => times + 1);
  };
  const conditions = new Map(every.map(({ condition }) => [condition.conditionId, condition.text]));
  return (
    <Page
      title={t('dossiers.openTitle')}
      note={
        <span role="status">{views !== undefined && t('dossiers.openCount', { count: every.length })}</span>
      }
      actions={<Button onClick={() => goReview(reviewId, 'dossiers')}>{t('dossiers.backToList')}</Button>}
    >
      <ProblemNote problem={problem} />
      {views === undefined && problem === undefined && <p className="soft">{t('frame.loading')}</p>}
      {views !== undefined && every.length === 0 && <EmptyState sentence={t('dossiers.openNone')} />}
      {every.length > 0 && (
        <>
          <p className="soft">{t('dossiers.openHelp')}</p>
          <div className="form">
            <SelectField
              label={t('dossiers.openCondition')}
              placeholder={t('dossiers.openEvery')}
              options={[...conditions].map(([value, label]) => ({ value, label }))}
              value={conditionId}
              onValue={setConditionId}
            />
            <SelectField
              label={t('dossiers.openEffect')}
              options={[
                { value: 'all', label: t('dossiers.openEveryEffect') },
                { value: 'veto', label: t('dossiers.openVetoes') },
              ]}
              value={effect}
              onValue={setEffect}
            />
          </div>
          {lines.length === 0 && <EmptyState sentence={t('dossiers.openNone')} />}
        </>
      )}
      <div ref={area} className="stack">
        {groupByCondition(lines).map((group) => (
          <section key={group[0]?.condition.conditionId} className="panel stack-tight">
            <h2>{group[0]?.condition.text}</h2>
            <p className="soft small">
              {t(`dossiers.effect-${group[0]?.condition.effect ?? 'veto'}`)} · {group[0]?.condition.article}
            </p>
            {group.map((line) => (
              <div key={openKey(line)} data-line={openKey(line)} className="judge-line">
                <div className="stack-tight">
                  <button
                    type="button"
                    className="link-plain"
                    onClick={() => goReview(reviewId, 'dossiers', line.dossier.dossierId)}
                  >
                    {line.dossier.number}. {line.dossier.name}
                  </button>
                  <span className="soft small">
                    {line.condition.value === '' ? t('dossiers.valueNone') : line.condition.value}
                  </span>
                </div>
                <JudgeForm
                  reviewId={reviewId}
                  dossier={line.dossier}
                  condition={line.condition}
                  onRecorded={() => void moveOn(line)}
                />
              </div>
            ))}
          </section>
        ))}
      </div>
    </Page>
  );
}
