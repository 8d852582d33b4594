import type { Rounding } from '../../shared/domain/scheme.ts';
import { parseFraction } from '../../shared/domain/fraction.ts';
import { distinctTexts } from '../../shared/domain/distinct-text.ts';
import type { TallyResult } from '../../shared/domain/tally-types.ts';
import { tableText } from './table-text.ts';

/** Exactly the document of tally-format: nothing else enters it. `hash` is that of the scheme file's bytes. */
export function showJson(result: TallyResult, hash: string): string {
  const dossiers = result.dossiers.map(({ id, rank, score, exact, members, status, categories, notes }) => ({
    id,
    rank,
    score,
    exact,
    members,
    status,
    categories: categories.map(({ id: category, mean, exact: value }) => ({
      id: category,
      mean,
      exact: value,
    })),
    notes,
  }));
  return `${JSON.stringify({ scheme: `sha256:${hash}`, dossiers }, null, 2)}\n`;
}

/** For people: one line a dossier, with more decimals where two different values would print alike. */
export function showTable(result: TallyResult, rounding: Rounding): string {
  const scored = result.dossiers.filter(({ exact }) => exact !== null);
  const texts = distinctTexts(
    scored.map(({ exact }) => parseFraction(exact ?? '0')),
    rounding.places,
    rounding.mode,
  );
  const shown = new Map(scored.map(({ id }, index) => [id, texts[index] ?? '']));
  const rows = result.dossiers.map((dossier) => [
    dossier.rank === null ? '-' : String(dossier.rank),
    dossier.id,
    shown.get(dossier.id) ?? '-',
    String(dossier.members),
    dossier.status,
    dossier.notes.join('; '),
  ]);
  return tableText([['rank', 'dossier', 'score', 'members', 'status', 'notes'], ...rows]);
}
