import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { DeskSheet, DeskState } from '../../../shared/schema/sheet.ts';
import type { ChipKind } from '../../components/page.tsx';
import { standOf, type Typed } from './sheet-content.ts';

const fromFields: readonly DeskState[] = ['not-started', 'draft', 'ready'];

/** Where a sheet stands now: by its fields while it is open, by the record otherwise. */
export function presentStand(scheme: CompiledScheme, sheet: DeskSheet, typed: Typed | undefined): DeskState {
  if (typed === undefined || !fromFields.includes(sheet.state)) return sheet.state;
  return standOf(scheme, typed);
}

export const standKinds: Readonly<Record<DeskState, ChipKind>> = {
  recused: 'plain',
  absent: 'plain',
  'not-started': 'plain',
  draft: 'warn',
  ready: 'note',
  submitted: 'good',
  paper: 'plain',
};
