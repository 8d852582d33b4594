import type { ReactNode } from 'react';
import type { KnownDossier, PlannedFile } from '../../../shared/domain/material-plan.ts';
import { shownName } from '../../../shared/domain/material-name.ts';
import { DataTable } from '../../components/data-table.tsx';
import { useText } from '../../stores/language.ts';
import { kindOptions, sizeWords } from '../materials/kinds.ts';

/** What can't come in or fits nobody stands first: that is where a person is needed. */
function sorted(plan: readonly PlannedFile[]): readonly PlannedFile[] {
  const rank = ({ defect, dossierId }: PlannedFile): number =>
    defect !== null ? 0 : dossierId === null ? 1 : 2;
  return plan.toSorted((one, other) => rank(one) - rank(other) || one.index - other.index);
}

/** The plan of a folder import, each file with its enterprise and kind, both to be changed by hand. */
export function PlanTable(props: {
  readonly plan: readonly PlannedFile[];
  readonly dossiers: readonly (KnownDossier & { readonly number: number })[];
  readonly onChange: (index: number, part: Partial<PlannedFile>) => void;
}): ReactNode {
  const t = useText();
  const { plan, dossiers, onChange } = props;
  return (
    <DataTable
      label={t('materials.importTitle')}
      rows={sorted(plan)}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'path',
          title: t('materials.file'),
          heading: true,
          cell: ({ path, defect }) => (
            <>
              <span className="path">{shownName(path)}</span>
              {defect !== null && <span className="bad small"> {t.of(defect)}</span>}
            </>
          ),
        },
        {
          key: 'size',
          title: t('materials.size'),
          align: 'number',
          narrow: true,
          cell: ({ size }) => sizeWords(size),
        },
        {
          key: 'dossier',
          title: t('materials.enterprise'),
          narrow: true,
          cell: ({ index, path, dossierId, defect }) =>
            defect === null && (
              <select
                className="input plan-enterprise"
                aria-label={t('materials.enterpriseOf', { file: shownName(path) })}
                value={dossierId ?? ''}
                onChange={(event) =>
                  onChange(index, { dossierId: event.target.value === '' ? null : event.target.value })
                }
              >
                <option value="">{t('materials.leaveOut')}</option>
                {dossiers.map((one) => (
                  <option key={one.dossierId} value={one.dossierId}>
                    {one.number}. {one.name}
                  </option>
                ))}
              </select>
            ),
        },
        {
          key: 'kind',
          title: t('materials.kind'),
          narrow: true,
          cell: ({ index, path, kind, defect }) =>
            defect === null && (
              <select
                className="input plan-kind"
                aria-label={t('materials.kindOf', { file: shownName(path) })}
                value={kind}
                onChange={(event) => onChange(index, { kind: event.target.value })}
              >
                {kindOptions(t).map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ),
        },
      ]}
    />
  );
}
