import { AppError } from '../../../shared/api/problem.ts';
import { sheetState, sheetOf } from '../../../shared/domain/sheet.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import { parseScore, type Hundredths } from '../../../shared/domain/decimal.ts';
import { isAtLeast, type Phase } from '../../../shared/domain/phase.ts';
import { totalText } from '../../../shared/domain/total-text.ts';
import type { Desk, DeskSheet, DeskState, SheetContent } from '../../../shared/schema/sheet.ts';
import type { DeskMaterial } from '../../../shared/schema/material.ts';
import type { QueryContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { activeDossiers, type DossierRow } from '../../database/dossiers.ts';
import { freezingOf, reviewById } from '../../database/reviews.ts';
import { replicaOf } from '../../database/replicas.ts';
import type { SeatRow } from '../../database/seats.ts';
import { latestBlob, latestDrafts, type DraftRow } from '../../database/sheets.ts';
import { ownSeat } from '../act.ts';
import { deliveriesOf, deliveryOf, type Delivery } from '../member/member-state.ts';
import { readDraft, saveDraft } from './desk-drafts.ts';
import { deskMaterials } from '../materials/desk-materials.ts';
import { pairsOf, requireScored, scoredDossiers, type Pairs } from './pairs.ts';
import { panelLacks } from '../panel/panel.ts';
import { isRosterStale } from '../panel/roster.ts';
import { frozenScheme, schemeOf } from '../scheme/scheme-store.ts';

export const deskHandlers: Pick<Handlers, 'desk.get' | 'desk.saveDraft'> = {
  'desk.get': (context, { reviewId }) => deskView(context, reviewId),
  'desk.saveDraft': (context, { reviewId, dossierId, revision, content }) => {
    const seat = ownSeat(context);
    const blocked = draftBlockedBy(context, reviewId, seat);
    if (blocked.length > 0) throw notReady(blocked);
    requireOpenSheet(pairsOf(context.db, reviewId), seat, dossierId);
    return saveDraft(context, seat, frozenScheme(context.db, reviewId), { dossierId, revision, content });
  },
};

export function notReady(reasons: readonly string[]): AppError {
  return new AppError(
    'not-ready',
    { what: 'desk' },
    reasons.map((reason) => ({ path: '', reason })),
  );
}

/** @throws AppError `conflict` unless the sheet waits for its member */
export function requireOpenSheet(pairs: Pairs, seat: SeatRow, dossierId: string): DossierRow {
  const dossier = requireScored(pairs, dossierId);
  const state = pairs.stateOf(seat.id, dossierId);
  if (state !== 'missing' && state !== 'draft')
    throw new AppError('conflict', { what: 'sheet-state', state, name: dossier.name });
  return dossier;
}

/** Text keys that say why nothing can be scored yet. */
export function draftBlockedBy(context: QueryContext, reviewId: string, seat: SeatRow): string[] {
  const blocked: string[] = [];
  if (replicaOf(context.db, reviewId)?.version === 0) return ['desk.noPackage'];
  if (freezingOf(context.db, reviewId) === undefined) blocked.push('desk.notFrozen');
  if (seat.declared_ms === null) blocked.push('desk.notDeclared');
  if (!isAtLeast(reviewById(context.db, reviewId).phase, 'materials')) blocked.push('desk.notMaterials');
  return blocked;
}

export function submitBlockedBy(context: QueryContext, reviewId: string, seat: SeatRow): string[] {
  const blocked = draftBlockedBy(context, reviewId, seat);
  const phase: Phase = reviewById(context.db, reviewId).phase;
  if (!isAtLeast(phase, 'scoring')) blocked.push('desk.notScoring');
  const lacks = panelLacks(context, reviewId, schemeOf(context.db, reviewId).panel?.minimum ?? 3);
  if (lacks.includes('panel.lackChair')) blocked.push('desk.noChair');
  if (lacks.includes('panel.lackDeputy')) blocked.push('desk.noDeputy');
  if (isRosterStale(context, reviewId)) blocked.push('desk.rosterStale');
  return blocked;
}

function deskView(context: QueryContext, reviewId: string): Desk {
  const seat = ownSeat(context);
  const { phase } = reviewById(context.db, reviewId);
  const blocked = draftBlockedBy(context, reviewId, seat);
  const closed = isAtLeast(phase, 'closed');
  const base = { draftBlockedBy: blocked, submitBlockedBy: submitBlockedBy(context, reviewId, seat), closed };
  // Nothing of any application is shown before the conflicts are declared.
  if (seat.declared_ms === null || blocked.includes('desk.notFrozen')) return { ...base, sheets: [] };
  const scheme = frozenScheme(context.db, reviewId);
  const drafts = new Map(latestDrafts(context.db, seat.id).map((row) => [row.dossier_id, row]));
  const pairs = pairsOf(context.db, reviewId);
  const materials = deskMaterials(context.db, reviewId, seat.id);
  const scored = new Set(scoredDossiers(context.db, reviewId).map(({ id }) => id));
  const deliveries = deliveriesOf(context, seat.id);
  const round = { seat, scheme, pairs, deliveries, materials };
  const sheets = activeDossiers(context.db, reviewId)
    .filter(({ id }) => scored.has(id))
    .map((dossier) => sheetView(context, round, dossier, drafts.get(dossier.id)));
  return { ...base, sheets };
}

interface DeskRound {
  readonly seat: SeatRow;
  readonly scheme: CompiledScheme;
  readonly pairs: Pairs;
  readonly deliveries: ReadonlyMap<string, Delivery>;
  readonly materials: ReadonlyMap<string, readonly DeskMaterial[]>;
}

function sheetView(
  context: QueryContext,
  { seat, scheme, pairs, deliveries, materials: listed }: DeskRound,
  dossier: DossierRow,
  draft: DraftRow | undefined,
): DeskSheet {
  const materials = listed.get(dossier.id) ?? [];
  const state = pairs.stateOf(seat.id, dossier.id);
  const blob = latestBlob(context.db, seat.id, dossier.id);
  const base = {
    dossierId: dossier.id,
    number: dossier.number,
    name: dossier.name,
    items: scheme.items.length,
    delivery: deliveryOf(context, dossier.review_id, deliveries, blob),
  };
  const seq = blob?.kind === 'sheet' ? blob.seq : 0;
  if (state === 'recused') {
    return {
      ...base,
      state,
      total: null,
      filled: 0,
      revision: 0,
      savedMs: null,
      seq: 0,
      content: null,
      fields: null,
      materials: [],
    };
  }
  const content = draft === undefined ? null : readDraft(context, draft);
  const sheet = sheetOf(scheme, dossier.id, seat.id, hundredthsOf(scheme, content));
  const { blanks, total } = sheetState(scheme, sheet.scores);
  const filled = scheme.items.length - blanks.length;
  return {
    ...base,
    state: deskStateOf(state, filled, content, scheme),
    total: filled === 0 ? null : totalText(total),
    filled,
    revision: draft?.revision ?? 0,
    savedMs: draft?.saved_ms ?? null,
    seq,
    content,
    fields: JSON.parse(dossier.fields) as Record<string, string | null>,
    materials: [...materials],
  };
}

function deskStateOf(
  state: string,
  filled: number,
  content: SheetContent | null,
  scheme: CompiledScheme,
): DeskState {
  if (state === 'received' || state === 'conflict') return 'submitted';
  if (state === 'absent') return 'absent';
  if (state === 'paper' || state === 'paper-typed') return 'paper';
  if (content === null || (filled === 0 && content.overall === '')) return 'not-started';
  return filled === scheme.items.length && openZeros(scheme, content).length === 0 ? 'ready' : 'draft';
}

/** Scores by item; a text that no longer parses under the scheme counts as blank. */
export function hundredthsOf(
  scheme: CompiledScheme,
  content: SheetContent | null,
): Record<string, Hundredths | null> {
  return Object.fromEntries(
    scheme.items.map((item) => {
      const text = content?.scores[item.id] ?? null;
      const parsed = text === null ? null : parseScore(text, item);
      return [item.id, parsed?.ok === true ? parsed.hundredths : null];
    }),
  );
}

/** Items scored 0 that still lack the confirmation or the comment. */
export function openZeros(scheme: CompiledScheme, content: SheetContent): string[] {
  return scheme.items
    .filter(({ id }) => content.scores[id] === '0')
    .filter(({ id }) => !content.confirmedZeros.includes(id) || (content.comments[id] ?? '').trim() === '')
    .map(({ id }) => id);
}
