import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { checkSheet } from '../../../shared/domain/sheet.ts';
import type { SheetContent } from '../../../shared/schema/sheet.ts';
import type { QueryContext } from '../../api/context.ts';
import type { SeatRow } from '../../database/seats.ts';
import { latestDraft } from '../../database/sheets.ts';
import type { SheetPlace } from '../../signing/sealed-sheet.ts';
import { openZeros, requireOpenSheet } from './desk.ts';
import { readDraft } from './desk-drafts.ts';
import { pairsOf, type Pairs } from './pairs.ts';
import { nextLink } from './own-chain.ts';
import { placeOfReview, requireFreshManifest, requireReadMaterials } from './sheet-place.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';

/** One sheet as it is going to be signed. */
export interface Ready {
  readonly place: SheetPlace;
  /** Number of its row here: the place's own number, unless the office refused one. */
  readonly row: number;
  readonly previous: string | null;
  readonly content: SheetContent;
  readonly draftRevision: number;
  readonly name: string;
}

/**
 * @throws AppError `not-ready` without a fresh manifest or with unread findings, `bad-input` with every blank or unconfirmed 0 of the
 *   first sheet that isn't ready
 */
export function readySheets(
  context: QueryContext,
  reviewId: string,
  seat: SeatRow,
  dossierIds: readonly string[],
): Ready[] {
  requireFreshManifest(context.db, reviewId, dossierIds);
  requireReadMaterials(context.db, reviewId, seat.id, dossierIds);
  // Read once: the state of all pairs and the compiled scheme are the same for every sheet.
  const round = {
    reviewId,
    seat,
    pairs: pairsOf(context.db, reviewId),
    scheme: frozenScheme(context.db, reviewId),
  };
  return dossierIds.map((dossierId) => readySheet(context, round, dossierId));
}

interface RoundOfSeat {
  readonly reviewId: string;
  readonly seat: SeatRow;
  readonly pairs: Pairs;
  readonly scheme: CompiledScheme;
}

function readySheet(
  context: QueryContext,
  { reviewId, seat, pairs, scheme }: RoundOfSeat,
  dossierId: string,
): Ready {
  const dossier = requireOpenSheet(pairs, seat, dossierId);
  const draft = latestDraft(context.db, seat.id, dossierId);
  const content: SheetContent =
    draft === undefined
      ? { scores: {}, comments: {}, overall: '', confirmedZeros: [] }
      : readDraft(context, draft);
  const defects = [
    ...checkSheet(scheme, content.scores).map(({ item, reason, values }) => ({
      item,
      reason: reason as string,
      values,
    })),
    ...openZeros(scheme, content).map((item) => ({ item, reason: 'score-zero-open', values: {} })),
  ];
  if (defects.length > 0) {
    const places = defects.map(({ item, reason, values }) => {
      const index = scheme.itemIndex.get(item);
      const name = index === undefined ? item : (scheme.items[index]?.name ?? item);
      return {
        path: `${dossierId}/${item}`,
        reason,
        values: { ...values, item: name, dossier: dossier.name },
      };
    });
    throw new AppError('bad-input', { what: 'sheet', name: dossier.name }, places);
  }
  const { row, seq, previous } = nextLink(context.db, seat.id, dossierId);
  const place = {
    ...placeOfReview(context.db, reviewId),
    dossier: dossierId,
    member: seat.id,
    seq,
  };
  return {
    place,
    row,
    previous,
    content,
    draftRevision: draft?.revision ?? 0,
    name: dossier.name,
  };
}
