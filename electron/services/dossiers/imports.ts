import { AppError } from '../../../shared/api/problem.ts';
import type { ImportPlan, ImportRow } from '../../../shared/schema/import-preview.ts';
import type { CommandContext, TaskContext, Upload } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import type { ReadDb } from '../../database/access.ts';
import { dossierByCode, dossiersOf } from '../../database/dossiers.ts';
import { sha256Hex } from '../../signing/fingerprint.ts';
import { previewImport } from '../../workbook/import-preview.ts';
import { readWorkbook } from '../../workbook/read-workbook.ts';
import type { SheetContent } from '../../workbook/workbook-content.ts';
import { noteAct } from '../act.ts';
import { addDossier, changeDossier } from './dossiers.ts';
import { fieldsOf } from './eligibility.ts';
import { changingDossiers } from './signed-manifests.ts';

type Names = 'dossier.preview' | 'dossier.import';

export const importHandlers: Pick<Handlers, Names> = {
  'dossier.preview': async (context, { reviewId, uploadId }) => {
    const sheets = await readSheets(context, uploadOf(context, uploadId));
    const plan = context.read(({ db }) => planOf(db, reviewId, sheets));
    return { ...plan, digest: digestOf(plan) };
  },
  'dossier.import': async (context, { reviewId, uploadId, skipRows, digest }) => {
    const upload = uploadOf(context, uploadId);
    const sheets = await readSheets(context, upload);
    return context.commit((writing) => {
      const plan = planOf(writing.db, reviewId, sheets);
      // The store changed since the preview was shown, e.g. by the first half of a double click.
      if (digestOf(plan) !== digest) throw new AppError('stale');
      return changingDossiers(writing, reviewId, () =>
        carryOut(writing, reviewId, plan, new Set(skipRows), upload),
      );
    });
  },
};

function uploadOf(context: TaskContext, uploadId: string): Upload {
  const upload = context.session.uploads.get(uploadId);
  if (upload === undefined) throw new AppError('not-found', { what: 'upload' });
  return upload;
}

async function readSheets(context: TaskContext, upload: Upload): Promise<readonly SheetContent[]> {
  context.progress(0.1, 'progress.reading');
  const sheets = await readWorkbook(upload.bytes, { workerFile: context.environment.workbookWorker });
  if (context.signal.aborted) throw new AppError('cancelled');
  context.progress(0.8, 'progress.checking');
  return sheets;
}

function planOf(db: ReadDb, reviewId: string, sheets: readonly SheetContent[]): ImportPlan {
  const dossiers = dossiersOf(db, reviewId);
  const known = dossiers.map((row) => ({ creditCode: row.credit_code, fields: fieldsOf(row) }));
  const plan = previewImport(sheets, known);
  const withdrawn = new Map(
    dossiers.filter((row) => row.withdrawn_reason !== null).map((row) => [row.credit_code, row.number]),
  );
  const rows = plan.rows.map((row) => {
    const number = withdrawn.get(row.fields['creditCode'] ?? '');
    return number === undefined || row.action === 'refused' ? row : refuseWithdrawn(row, number);
  });
  const counts = { new: 0, update: 0, same: 0, refused: 0 };
  for (const { action } of rows) counts[action] += 1;
  return { ...plan, rows, counts };
}

/** A withdrawn application doesn't come back by a workbook that still lists it. */
function refuseWithdrawn(row: ImportRow, number: number): ImportRow {
  const value = row.fields['creditCode'] ?? '';
  const place = { sheet: row.sheet, row: row.rowNumber, column: '', header: '统一社会信用代码' };
  const problem = { ...place, key: 'creditCode', reason: 'dossier-withdrawn', value, values: { number } };
  return { ...row, action: 'refused', changes: [], problems: [...row.problems, problem] };
}

function digestOf(plan: ImportPlan): string {
  return sha256Hex(JSON.stringify(plan));
}

function carryOut(
  context: CommandContext,
  reviewId: string,
  plan: ImportPlan,
  skipped: ReadonlySet<number>,
  upload: Upload,
): { created: number; updated: number } {
  const wanted = plan.rows.filter((_row, position) => !skipped.has(position));
  const done = { created: 0, updated: 0 };
  for (const { action, fields } of wanted) {
    const known = dossierByCode(context.db, reviewId, fields['creditCode'] ?? '');
    if (action === 'new') {
      addDossier(context, reviewId, fields, 'import');
      done.created += 1;
    } else if (action === 'update' && known !== undefined) {
      changeDossier(context, known, fields);
      done.updated += 1;
    }
  }
  if (done.created + done.updated > 0) {
    noteAct(context, reviewId, 'dossiers-imported', { ...done, file: upload.name, sha256: upload.sha256 });
  }
  return done;
}
