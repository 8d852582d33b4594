import { AppError } from '../../../shared/api/problem.ts';
import type { DossierFields } from '../../../shared/domain/dossier-fields.ts';
import { missingKinds } from '../../../shared/domain/material-kinds.ts';
import type { Scheme } from '../../../shared/domain/scheme.ts';
import type { DossierRow as ShownRow } from '../../../shared/schema/dossier.ts';
import type { CommandContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import {
  dossierByCode,
  requireDossier,
  dossiersOf,
  insertDossier,
  updateDossier,
  withdrawDossier,
  type DossierRow,
} from '../../database/dossiers.ts';
import { judgementsOf, putJudgement, removeJudgement } from '../../database/judgements.ts';
import { materialsOf, type MaterialRow } from '../../database/materials.ts';
import { clearDeclarations } from '../../database/seats.ts';
import { latestBlobs } from '../../database/sheets.ts';
import { noteAct, ownPerson } from '../act.ts';
import { conflict } from '../conflict.ts';
import { outdateMinutes } from '../documents/outdate.ts';
import { changedKeys, contentOf, labelsOf, readFields } from './dossier-fields.ts';
import { changingDossiers } from './signed-manifests.ts';
import { eligibilityOf, fieldsOf, leavesOpen, type Eligibility } from './eligibility.ts';
import { schemeOf } from '../scheme/scheme-store.ts';

type Names = 'dossier.list' | 'dossier.get' | 'dossier.save' | 'dossier.withdraw' | 'dossier.judge';

export const dossierHandlers: Pick<Handlers, Names> = {
  'dossier.list': ({ db }, { reviewId }) => {
    const scheme = schemeOf(db, reviewId);
    const files = materialsByDossier(db, reviewId);
    return dossiersOf(db, reviewId).map((row) =>
      shownRow(row, eligibilityOf(db, row, scheme), files.get(row.id) ?? []),
    );
  },
  'dossier.get': ({ db }, { reviewId, dossierId }) => {
    const row = requireDossier(db, reviewId, dossierId);
    const eligibility = eligibilityOf(db, row, schemeOf(db, reviewId));
    return {
      ...shownRow(row, eligibility, materialsByDossier(db, reviewId).get(row.id) ?? []),
      revision: row.revision,
      fields: { ...fieldsOf(row) },
      conditions: eligibility.conditions,
      source: row.source,
    };
  },
  'dossier.save': (context, { reviewId, dossierId, revision, fields: given }) => {
    if (dossierId === null) {
      return changingDossiers(context, reviewId, () =>
        addDossier(context, reviewId, readFields(given, {}), 'manual'),
      );
    }
    const row = requireDossier(context.db, reviewId, dossierId);
    // Said first: what stands on the screen is old, so its wrong places may be gone already.
    if (row.revision !== revision) throw new AppError('stale');
    return changingDossiers(context, reviewId, () =>
      changeDossier(context, row, readFields(given, fieldsOf(row))),
    );
  },
  'dossier.withdraw': (context, { reviewId, dossierId, reason }) => {
    const row = requireDossier(context.db, reviewId, dossierId);
    refuseWithdrawn(row);
    // After the opening it is the way on for an application that too few could score.
    outdateMinutes(context, reviewId);
    return changingDossiers(context, reviewId, () => {
      withdrawDossier(context.db, row.id, reason);
      noteAct(context, reviewId, 'dossier-withdrawn', { number: row.number, name: row.name, reason });
      return {};
    });
  },
  'dossier.judge': (context, input) => changingDossiers(context, input.reviewId, () => judge(context, input)),
};

interface Judgement {
  readonly reviewId: string;
  readonly dossierId: string;
  readonly conditionId: string;
  readonly outcome: 'met' | 'not-met' | null;
  readonly reason: string;
}

/** A person decides a condition that the facts leave open, or takes the decision back. */
function judge(
  context: CommandContext,
  { reviewId, dossierId, conditionId, outcome, reason }: Judgement,
): Record<string, never> {
  const row = requireDossier(context.db, reviewId, dossierId);
  refuseWithdrawn(row);
  refuseScored(context.db, row);
  const scheme = schemeOf(context.db, reviewId);
  const condition = eligibilityOf(context.db, row, scheme).conditions.find(
    (candidate) => candidate.conditionId === conditionId,
  );
  if (condition === undefined) throw new AppError('not-found', { what: 'condition' });
  const said = { number: row.number, name: row.name, condition: condition.text };
  if (outcome === null) {
    if (!removeJudgement(context.db, row.id, conditionId)) return {};
    noteAct(context, reviewId, 'eligibility-unjudged', { ...said, reason });
    return {};
  }
  if (!leavesOpen(condition.computed)) {
    throw conflict('conditionId', { what: 'condition-decided', condition: condition.text });
  }
  if (reason === '') throw new AppError('bad-input', {}, [{ path: 'reason', reason: 'field-required' }]);
  putJudgement(context.db, {
    dossier_id: row.id,
    condition_id: conditionId,
    outcome,
    reason,
    person_id: ownPerson(context).personId,
    made_ms: context.nowMs,
  });
  noteAct(context, reviewId, `eligibility-judged-${outcome}`, { ...said, reason });
  return {};
}

function materialsByDossier(db: ReadDb, reviewId: string): Map<string, MaterialRow[]> {
  return Map.groupBy(materialsOf(db, reviewId), ({ dossier_id: dossierId }) => dossierId);
}

function shownRow(row: DossierRow, eligibility: Eligibility, files: readonly MaterialRow[]): ShownRow {
  const fields = fieldsOf(row);
  return {
    dossierId: row.id,
    number: row.number,
    name: row.name,
    creditCode: row.credit_code,
    registeredCapital: fields['registeredCapital'] ?? null,
    paidInCapital: fields['paidInCapital'] ?? null,
    eligibility: eligibility.state,
    preference: eligibility.preference,
    withdrawn: row.withdrawn_reason !== null,
    recusals: row.recusals,
    materials: files.length,
    missingMaterials: missingKinds(new Set(files.map(({ kind }) => kind))),
  };
}

interface Saved {
  readonly dossierId: string;
  readonly revision: number;
}

/** @throws AppError `conflict` when the review has the code already, in a withdrawn dossier too */
export function addDossier(
  context: CommandContext,
  reviewId: string,
  fields: DossierFields,
  source: DossierRow['source'],
): Saved {
  const content = contentOf(fields);
  refuseKnownCode(context.db, reviewId, content.credit_code, null);
  const id = context.environment.newId();
  insertDossier(context.db, { id, review_id: reviewId, source, ...content });
  const { number, name, revision } = requireDossier(context.db, reviewId, id);
  // Nobody has yet said whether a conflict with this one exists.
  clearDeclarations(context.db, reviewId);
  // An import is one act for all its new rows.
  if (source === 'manual') noteAct(context, reviewId, 'dossier-added', { number, name });
  return { dossierId: id, revision };
}

/** Saves and records what changed; the same values again change nothing. */
export function changeDossier(context: CommandContext, row: DossierRow, fields: DossierFields): Saved {
  refuseWithdrawn(row);
  const keys = changedKeys(fieldsOf(row), fields);
  if (keys.length === 0) return { dossierId: row.id, revision: row.revision };
  refuseScored(context.db, row);
  const content = contentOf(fields);
  refuseKnownCode(context.db, row.review_id, content.credit_code, row.id);
  updateDossier(context.db, row.id, row.revision, content);
  // The members declared on the names that stood there.
  if (content.name !== row.name || content.credit_code !== row.credit_code) {
    clearDeclarations(context.db, row.review_id);
  }
  const said = { number: row.number, name: content.name };
  noteAct(context, row.review_id, 'dossier-changed', { ...said, fields: labelsOf(keys) });
  dropJudgements(context, row, schemeOf(context.db, row.review_id), keys, said);
  return { dossierId: row.id, revision: row.revision + 1 };
}

/** A judgement was about the facts that stood there; with other facts a person decides again. */
function dropJudgements(
  context: CommandContext,
  row: DossierRow,
  scheme: Scheme,
  keys: readonly string[],
  said: { readonly number: number; readonly name: string },
): void {
  const judged = new Set(judgementsOf(context.db, row.id).map(({ condition_id }) => condition_id));
  for (const condition of scheme.eligibility ?? []) {
    const reads = [condition.fact, condition.alternative ?? ''];
    if (!judged.has(condition.id) || !reads.some((key) => keys.includes(key))) continue;
    removeJudgement(context.db, row.id, condition.id);
    noteAct(context, row.review_id, 'eligibility-reopened', { ...said, condition: condition.text });
  }
}

export function refuseWithdrawn(row: DossierRow): void {
  if (row.withdrawn_reason === null) return;
  throw conflict('', { what: 'dossier-withdrawn', number: row.number, name: row.name });
}

/** A signed sheet judges the facts and the files that its member read. */
export function refuseScored(db: ReadDb, { id, review_id: reviewId, number, name }: DossierRow): void {
  const isScored = latestBlobs(db, reviewId).some((row) => row.dossier_id === id && row.kind === 'sheet');
  if (isScored) throw conflict('', { what: 'dossier-has-sheets', number, name });
}

function refuseKnownCode(db: ReadDb, reviewId: string, creditCode: string, ownId: string | null): void {
  const other = dossierByCode(db, reviewId, creditCode);
  if (other === undefined || other.id === ownId) return;
  throw conflict('creditCode', { what: 'code-known', creditCode, number: other.number, name: other.name });
}
