import { useState } from 'react';
import type { ReactNode } from 'react';
import { materialLimits } from '../../../shared/domain/material-kinds.ts';
import { planMaterials, type PlannedFile } from '../../../shared/domain/material-plan.ts';
import { useQuery } from '../../api/use-query.ts';
import { Button } from '../../components/button.tsx';
import { FilesDrop } from '../../components/files-drop.tsx';
import type { FoundFile } from '../../components/found-files.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { goReview } from '../../stores/router.ts';
import { ImportProgress } from '../materials/import-progress.tsx';
import { useMaterialImport } from '../materials/use-material-import.ts';
import { PlanTable } from './plan-table.tsx';

interface Chosen {
  readonly files: readonly FoundFile[];
  readonly plan: readonly PlannedFile[];
}

/** 导入材料文件夹: one folder per enterprise; what fits no enterprise is assigned by hand or left out. */
export function FolderImportPage({ reviewId }: { readonly reviewId: string }): ReactNode {
  const t = useText();
  const list = useQuery('dossier.list', { reviewId }, ['dossiers']);
  const bringIn = useMaterialImport(reviewId);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [tooMany, setTooMany] = useState(0);
  const dossiers = (list.value ?? []).filter(({ withdrawn }) => !withdrawn);

  const take = (files: readonly FoundFile[]): void => {
    bringIn.clear();
    const many = files.length > materialLimits.importFiles;
    setTooMany(many ? files.length : 0);
    if (many || files.length === 0) return;
    const offered = files.map(({ path, file }) => ({ path, size: file.size }));
    setChosen({ files, plan: planMaterials(offered, dossiers) });
  };
  const change = (index: number, part: Partial<PlannedFile>): void => {
    if (chosen === null) return;
    const plan = chosen.plan.map((row) => (row.index === index ? { ...row, ...part } : row));
    setChosen({ ...chosen, plan });
  };
  const ready = (chosen?.plan ?? []).filter(({ defect, dossierId }) => defect === null && dossierId !== null);
  const carryOut = async (): Promise<void> => {
    if (chosen === null) return;
    const rows = ready.flatMap(({ index, dossierId, kind, name }) => {
      const found = chosen.files[index];
      return found === undefined || dossierId === null
        ? []
        : [{ file: found.file, dossierId, kind, item: '', name, replaces: null }];
    });
    const done = await bringIn.run(rows);
    if (done === null) return;
    showNotice(t('materials.done', done));
    goReview(reviewId, 'dossiers');
  };
  return (
    <Page
      title={t('materials.importTitle')}
      actions={
        <Button disabled={bringIn.running} onClick={() => goReview(reviewId, 'dossiers')}>
          {t('dossiers.backToList')}
        </Button>
      }
    >
      <ProblemNote problem={list.problem} />
      {chosen === null && <FilesDrop folder primary sentence={t('materials.dropFolder')} onFiles={take} />}
      {tooMany > 0 && (
        <p className="bad" role="alert">
          {t('materials.tooMany', { count: tooMany, most: materialLimits.importFiles })}
        </p>
      )}
      <ImportProgress {...bringIn} />
      <ProblemNote problem={bringIn.problem} />
      {chosen !== null && (
        <>
          <div className="panel spread">
            <p>
              {t('materials.planned', {
                ready: ready.length,
                unmatched: chosen.plan.filter(
                  ({ dossierId, defect }) => dossierId === null && defect === null,
                ).length,
                refused: chosen.plan.filter(({ defect }) => defect !== null).length,
              })}
            </p>
            <div className="row">
              <Button disabled={bringIn.running} onClick={() => setChosen(null)}>
                {t('materials.discard')}
              </Button>
              <Button
                kind="primary"
                disabled={ready.length === 0 || bringIn.running}
                onClick={() => void carryOut()}
              >
                {t('materials.importCount', { count: ready.length })}
              </Button>
            </div>
          </div>
          <PlanTable plan={chosen.plan} dossiers={dossiers} onChange={change} />
        </>
      )}
    </Page>
  );
}
