import type { ExplanationStep } from '../../../shared/domain/explain.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { SeatRow } from '../../database/seats.ts';
import type { Round } from './round.ts';

/** What stands for a member beside scores: the name, or the code 专家n when the scheme says so. */
export function memberLabel(scheme: CompiledScheme, seat: SeatRow): string {
  return scheme.source.panel?.show === 'codes' ? (seat.code ?? '—') : seat.name;
}

/** The domain's step (its key is a key of text subject `explain`) with names in place of ids. */
export function namedStep(round: Round, step: ExplanationStep): ExplanationStep {
  const { scheme } = round;
  const names = new Map<string, string>([
    ...round.members.map((seat): [string, string] => [seat.id, memberLabel(scheme, seat)]),
    ...round.dossiers.map(({ row }): [string, string] => [row.id, row.name]),
  ]);
  const places = new Map<string, string>(
    [...scheme.categories, ...scheme.items].map(({ id, name }): [string, string] => [id, name]),
  );
  const values = Object.entries(step.values).map(([key, value]): [string, string | number] => {
    if (typeof value !== 'string') return [key, value];
    if (key === 'place') return [key, places.get(value) ?? value];
    if (!['members', 'member', 'dossiers'].includes(key)) return [key, value];
    const list = value.split(', ').map((id) => names.get(id) ?? id);
    return [key, list.join('、')];
  });
  return { key: step.key, values: Object.fromEntries(values) };
}
