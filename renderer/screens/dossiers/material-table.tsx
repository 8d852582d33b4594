import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { materialKinds } from '../../../shared/domain/material-kinds.ts';
import type { Material } from '../../../shared/schema/material.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Chip } from '../../components/page.tsx';
import { WhenText } from '../../components/words.tsx';
import { useText } from '../../stores/language.ts';
import { kindWords, sizeWords } from '../materials/kinds.ts';

export interface MaterialTableProps {
  readonly materials: readonly Material[];
  readonly itemName: (item: string) => string;
  readonly mayChange: boolean;
  readonly onOpen: (material: Material) => void;
  readonly onReplace: (material: Material, file: File) => void;
  readonly onRemove: (material: Material) => void;
}

/** In the order of the kinds, then as they came. */
function sorted(materials: readonly Material[]): readonly Material[] {
  const order = new Map(materialKinds.map(({ id }, index) => [id, index]));
  return materials.toSorted((one, other) => (order.get(one.kind) ?? 99) - (order.get(other.kind) ?? 99));
}

/** The files of one application; older versions and those taken out on request. */
export function MaterialTable(props: MaterialTableProps): ReactNode {
  const t = useText();
  const { materials, itemName, mayChange } = props;
  const [older, setOlder] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const [replaced, setReplaced] = useState<Material | null>(null);
  const hidden = materials.filter(({ inForce }) => !inForce).length;
  const rows = sorted(older ? materials : materials.filter(({ inForce }) => inForce));
  return (
    <>
      <DataTable
        label={t('materials.title')}
        rows={rows}
        rowKey={(row) => row.materialId}
        empty={t('materials.none')}
        columns={[
          {
            key: 'kind',
            title: t('materials.kind'),
            narrow: true,
            cell: (row) =>
              row.item === '' ? kindWords(t, row.kind) : `${kindWords(t, row.kind)}：${itemName(row.item)}`,
          },
          {
            key: 'name',
            title: t('materials.name'),
            heading: true,
            cell: (row) => (
              <button type="button" className="link" onClick={() => props.onOpen(row)}>
                {row.name}
              </button>
            ),
          },
          {
            key: 'size',
            title: t('materials.size'),
            align: 'number',
            narrow: true,
            cell: (row) => sizeWords(row.size),
          },
          {
            key: 'version',
            title: t('materials.version'),
            narrow: true,
            cell: (row) => (
              <span className="row">
                {t('materials.versionNumber', { version: row.version })}
                {row.removed !== null && (
                  <Chip kind="warn">{t('materials.removed', { reason: row.removed })}</Chip>
                )}
                {!row.inForce && row.removed === null && <Chip>{t('materials.older')}</Chip>}
              </span>
            ),
          },
          {
            key: 'when',
            title: t('materials.when'),
            narrow: true,
            cell: (row) => <WhenText timeMs={row.atMs} />,
          },
          {
            key: 'acts',
            title: '',
            narrow: true,
            cell: (row) =>
              mayChange &&
              row.inForce && (
                <span className="row material-acts">
                  <Button
                    kind="quiet"
                    onClick={() => {
                      setReplaced(row);
                      chooser.current?.click();
                    }}
                  >
                    {t('materials.replace')}
                  </Button>
                  <Button kind="quiet" onClick={() => props.onRemove(row)}>
                    {t('materials.remove')}
                  </Button>
                </span>
              ),
          },
        ]}
      />
      {hidden > 0 && (
        <Button kind="quiet" onClick={() => setOlder(!older)}>
          {t(older ? 'materials.hideOlder' : 'materials.showOlder', { count: hidden })}
        </Button>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('materials.replace')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined && replaced !== null) props.onReplace(replaced, file);
          event.target.value = '';
        }}
      />
    </>
  );
}
