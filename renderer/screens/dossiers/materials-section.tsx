import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DossierView } from '../../../shared/schema/dossier.ts';
import type { Material } from '../../../shared/schema/material.ts';
import { materialKindOf } from '../../../shared/domain/material-kinds.ts';
import { useQuery } from '../../api/use-query.ts';
import { ChoiceField } from '../../components/field.tsx';
import { FilesDrop } from '../../components/files-drop.tsx';
import type { FoundFile } from '../../components/found-files.ts';
import { Chip } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Button } from '../../components/button.tsx';
import { useText } from '../../stores/language.ts';
import { showNotice } from '../../stores/notices.ts';
import { ImportProgress } from '../materials/import-progress.tsx';
import { kindOptions, kindWords } from '../materials/kinds.ts';
import { MaterialView } from '../materials/material-view.tsx';
import { useMaterialImport } from '../materials/use-material-import.ts';
import { useSchemeItems } from '../materials/use-scheme-items.ts';
import { MaterialTable } from './material-table.tsx';
import { RemoveMaterialDialog } from './remove-material-dialog.tsx';

/** 申报材料 of one application: what is there, what is missing, and the way to add more. */
export function MaterialsSection(props: {
  readonly reviewId: string;
  readonly dossier: DossierView;
  readonly mayImport: boolean;
}): ReactNode {
  const t = useText();
  const { reviewId, dossier, mayImport } = props;
  const { dossierId } = dossier;
  const list = useQuery('material.list', { reviewId, dossierId }, ['dossiers']);
  const bringIn = useMaterialImport(reviewId);
  const items = useSchemeItems(reviewId);
  const [kind, setKind] = useState('licence');
  const [item, setItem] = useState('');
  const [opened, setOpened] = useState<Material | null>(null);
  const [removed, setRemoved] = useState<Material | null>(null);
  const ofItem = materialKindOf(kind)?.ofItem === true;

  const take = async (files: readonly FoundFile[], replaced: Material | null): Promise<void> => {
    const rows = files.map(({ file }) => ({
      file,
      dossierId,
      kind: replaced?.kind ?? kind,
      item: replaced?.item ?? (ofItem ? item : ''),
      name: file.name,
      replaces: replaced?.materialId ?? null,
    }));
    const done = rows.length === 0 ? null : await bringIn.run(rows);
    if (done !== null) showNotice(t('materials.done', done));
  };
  const missing = list.value?.missing ?? [];
  return (
    <>
      <h2>{t('materials.title')}</h2>
      {missing.length > 0 && (
        <p className="row">
          <span className="soft">{t('materials.missing')}</span>
          {missing.map((one) => (
            <Chip key={one} kind="warn">
              {kindWords(t, one)}
            </Chip>
          ))}
        </p>
      )}
      <ProblemNote problem={list.problem} />
      {list.value !== undefined && (
        <MaterialTable
          materials={list.value.materials}
          itemName={(id) => items.find((one) => one.value === id)?.label ?? ''}
          mayChange={mayImport && !bringIn.running}
          onOpen={setOpened}
          onReplace={(material, file) => void take([{ path: file.name, file }], material)}
          onRemove={setRemoved}
        />
      )}
      {mayImport && !bringIn.running && (
        <div className="panel material-add">
          <div className="row">
            <ChoiceField
              label={t('materials.kind')}
              value={kind}
              onValue={setKind}
              options={kindOptions(t)}
            />
            {ofItem && (
              <ChoiceField
                label={t('materials.item')}
                value={item}
                onValue={setItem}
                options={[{ value: '', label: t('materials.wholeDossier') }, ...items]}
              />
            )}
          </div>
          <FilesDrop
            sentence={t('materials.drop', { kind: kindWords(t, kind) })}
            onFiles={(files) => void take(files, null)}
          />
        </div>
      )}
      <ImportProgress {...bringIn} />
      <ProblemNote problem={bringIn.problem} />
      {opened !== null && (
        <Dialog
          title={kindWords(t, opened.kind)}
          wide
          onClose={() => setOpened(null)}
          ends={<Button onClick={() => setOpened(null)}>{t('action.close')}</Button>}
        >
          <MaterialView materialId={opened.materialId} name={opened.name} />
        </Dialog>
      )}
      {removed !== null && (
        <RemoveMaterialDialog reviewId={reviewId} material={removed} onClose={() => setRemoved(null)} />
      )}
    </>
  );
}
