import type { ReactNode } from 'react';
import { findDossierField } from '../../../shared/domain/dossier-fields.ts';
import type { ImportRow } from '../../../shared/schema/import-preview.ts';
import type { Text } from '../../../shared/text/index.ts';
import { CheckField } from '../../components/field.tsx';
import { useText } from '../../stores/language.ts';
import { problemPlace } from './import-problems.tsx';
import { fieldLabel, valueWords } from './value-words.ts';

function words(t: Text, key: string, value: string | null): { label: string; value: string } {
  const field = findDossierField(key);
  const empty = t('dossiers.importEmptyValue');
  if (field === undefined) return { label: key, value: value ?? empty };
  const shown = valueWords(t, field, value);
  return { label: fieldLabel(t, field), value: shown === '' ? empty : shown };
}

/** Under a row: what an update changes, what was interpreted and waits for a tick, and its wrong cells when chosen. */
export function RowDetail(props: {
  readonly row: ImportRow;
  readonly chosen: boolean;
  readonly confirmed: boolean;
  readonly onConfirmed: (inside: boolean) => void;
}): ReactNode {
  const t = useText();
  const { row, chosen } = props;
  const refused = row.action === 'refused';
  const confirmations = row.action === 'new' || row.action === 'update' ? row.confirmations : [];
  const problems = chosen || refused ? row.problems : [];
  if (row.changes.length + confirmations.length + problems.length === 0) return null;
  return (
    <tr className="under">
      <td colSpan={4}>
        <ul className="stack-tight">
          {row.changes.map(({ key, from, to }) => (
            <li key={key}>
              {t('dossiers.importChange', {
                label: words(t, key, from).label,
                from: words(t, key, from).value,
                to: words(t, key, to).value,
              })}
            </li>
          ))}
          {confirmations.map(({ key, text, value }) => (
            <li key={`understood ${key}`} className="warn">
              {t('dossiers.importConfirm', { text, ...words(t, key, value) })}
            </li>
          ))}
          {problems.map((problem, index) => (
            <li key={`wrong ${problem.key} ${index}`} className="bad">
              {problemPlace(t, problem, false)}：
              {t.of(problem.reason, problem.values, t('problem.placeUnknown'))}
            </li>
          ))}
        </ul>
        {confirmations.length > 0 && (
          <CheckField
            label={t('dossiers.importConfirmTick')}
            value={props.confirmed}
            onValue={props.onConfirmed}
          />
        )}
      </td>
    </tr>
  );
}
