import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { formatHundredths, parseScore } from '../../../shared/domain/decimal.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { DraftRow } from '../../database/sheets.ts';
import { insertDraft, latestDraft } from '../../database/sheets.ts';
import type { SeatRow } from '../../database/seats.ts';
import { openDraft, sealDraft } from '../../signing/profile-keys.ts';
import { ownPerson } from '../act.ts';

/** A draft's ciphertext is bound to its place, so that it can't be moved to another sheet. */
function placeOf(seatId: string, dossierId: string, revision: number): string {
  return `${seatId}/${dossierId}/${revision}`;
}

export function readDraft(context: QueryContext, row: DraftRow): SheetContent {
  const { keys } = ownPerson(context);
  return JSON.parse(
    openDraft(keys, placeOf(row.seat_id, row.dossier_id, row.revision), row.sealed),
  ) as SheetContent;
}

/**
 * Saves a version of the draft as ciphertext and reads it back from the store.
 * @throws AppError `stale` when another tab saved in between, `bad-input` with every wrong cell
 */
export function saveDraft(
  context: CommandContext,
  seat: SeatRow,
  scheme: CompiledScheme,
  input: { dossierId: string; revision: number; content: SheetContent },
): { revision: number; savedMs: number } {
  const content = normaliseContent(scheme, input.content);
  const known = latestDraft(context.db, seat.id, input.dossierId)?.revision ?? 0;
  if (known !== input.revision) throw new AppError('stale');
  const revision = known + 1;
  const sealed = sealDraft(
    ownPerson(context).keys,
    placeOf(seat.id, input.dossierId, revision),
    JSON.stringify(content),
  );
  insertDraft(context.db, {
    seat_id: seat.id,
    dossier_id: input.dossierId,
    revision,
    sealed,
    saved_ms: context.nowMs,
  });
  const row = latestDraft(context.db, seat.id, input.dossierId);
  if (row === undefined || JSON.stringify(readDraft(context, row)) !== JSON.stringify(content)) {
    throw new Error('draft was not read back as written');
  }
  return { revision, savedMs: context.nowMs };
}

/** Scores as canonical decimal text; blanks as null. @throws AppError `bad-input` with every wrong cell */
export function normaliseContent(scheme: CompiledScheme, content: SheetContent): SheetContent {
  const places: { path: string; reason: string; values?: Readonly<Record<string, string | number>> }[] = [];
  const scores: Record<string, string | null> = {};
  for (const id of Object.keys(content.scores)) {
    if (!scheme.itemIndex.has(id))
      places.push({ path: id, reason: 'score-unknown-item', values: { item: id } });
  }
  for (const item of scheme.items) {
    const text = Object.hasOwn(content.scores, item.id) ? (content.scores[item.id] ?? null) : null;
    if (text === null || text.trim() === '') {
      scores[item.id] = null;
      continue;
    }
    const parsed = parseScore(text, item);
    if (parsed.ok) scores[item.id] = formatHundredths(parsed.hundredths);
    else places.push({ path: item.id, reason: parsed.reason, values: { ...parsed.values, item: item.name } });
  }
  if (places.length > 0) throw new AppError('bad-input', { what: 'scores' }, places);
  const known = (id: string): boolean => scheme.itemIndex.has(id);
  const comments = Object.fromEntries(
    Object.entries(content.comments).filter(([id, text]) => known(id) && text.trim() !== ''),
  );
  const confirmedZeros = content.confirmedZeros.filter(known).toSorted();
  return { scores, comments, overall: content.overall, confirmedZeros };
}
