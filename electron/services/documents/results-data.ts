import { formatHundredths } from '../../../shared/domain/decimal.ts';
import type { CompiledRules } from '../../../shared/domain/compiled-scheme.ts';
import type { RecountRule, ResultsData, ResultsDetailRow, ResultsSummaryRow } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { fingerprint } from '../../signing/fingerprint.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { listedSeats, markLabel } from './annex.ts';
import { decisions } from './minutes-words.ts';
import { ruleSentences } from './minutes-data.ts';
import { conclusionLabel, frameOf, printedScheme, titleWith } from './print.ts';

/** The results workbook with every item score. */
export function resultsData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  software: string,
): ResultsData {
  const { round, view } = result;
  const { scheme } = round;
  const provisional = view.provisional ? ['结果为暂定：有效评分人数不足或者有评分表未到，不能签署。'] : [];
  return {
    ...frameOf(db, round.review, software),
    title: titleWith(round.review, '结果'),
    categories: scheme.categories.map(({ name }) => name),
    weights: scheme.categories.map(({ weight: { numerator, denominator } }) =>
      denominator === 1n ? String(numerator) : `${numerator}/${denominator}`,
    ),
    rule: recountRule(scheme.rules),
    items: scheme.items.map((item) => ({
      category: scheme.categories[item.category]?.name ?? '',
      name: item.name,
      cap: item.capText,
    })),
    summary: summary(db, reviewId, result),
    details: view.rows
      .filter(({ ineligible, members }) => !ineligible || members > 0)
      .flatMap((row) => details(result, row)),
    scheme: printedScheme(scheme.source, round.freezing),
    rules: ruleSentences(result),
    notes: [...provisional, ...decisions(result)],
    resultHash: view.resultHash,
    authority: fingerprint(round.freezing.authority_public),
  };
}

/** The scheme's rule as the formulas of the workbook follow it. */
function recountRule({ aggregate, rounding, rankOn }: CompiledRules): RecountRule {
  return {
    aggregate: typeof aggregate === 'string' ? aggregate : aggregate.trimmed,
    places: rounding.places,
    mode: rounding.mode,
    point: rounding.point,
    rankOn,
  };
}

function summary(db: ReadDb, reviewId: string, result: ReviewResult): ResultsSummaryRow[] {
  const opinions = new Map(
    opinionsOfResult(db, reviewId, result).map((opinion) => [opinion.dossierId, opinion]),
  );
  const codes = new Map(result.round.dossiers.map(({ row }) => [row.id, row.credit_code]));
  return result.view.rows.map((row): ResultsSummaryRow => {
    const opinion = opinions.get(row.dossierId);
    const paper = row.sheets.filter((sheet) => sheet.paper).length;
    const status = row.ineligible ? '不符合准入条件' : row.status === 'provisional' ? '暂定' : undefined;
    return {
      number: String(row.number).padStart(2, '0'),
      name: row.name,
      creditCode: codes.get(row.dossierId) ?? '',
      rank: row.rank === null ? '—' : String(row.rank),
      score: row.score ?? '—',
      exact: row.exact ?? undefined,
      members: String(row.members),
      categoryMeans: row.categories.map(({ mean }) => mean ?? '—'),
      status,
      conclusion: conclusionLabel(opinion?.conclusion ?? null),
      opinion: opinion?.text.trim() || undefined,
      paper: paper === 0 ? undefined : `${paper}份纸质`,
    };
  });
}

/** One row a member, also for the recused and absent ones: their cells stay blank, which isn't zero. */
function details(result: ReviewResult, row: ReviewResult['view']['rows'][number]): ResultsDetailRow[] {
  const { items } = result.round.scheme;
  const sheets = new Map(row.sheets.map((sheet) => [sheet.seatId, sheet]));
  const opened = new Map(
    result.round.sheets.filter((own) => own.dossierId === row.dossierId).map((own) => [own.seatId, own]),
  );
  return listedSeats(result).flatMap((seatId) => {
    const sheet = sheets.get(seatId);
    if (sheet === undefined) return [];
    const own = opened.get(seatId);
    const scores = items.map(({ id }) => {
      const value = own?.scores.get(id);
      return value === undefined ? null : formatHundredths(value);
    });
    return [
      {
        number: String(row.number).padStart(2, '0'),
        enterprise: row.name,
        member: sheet.label,
        state: markLabel(sheet.mark, sheet.paper) || '电子',
        scores,
        categories: sheet.categories,
        total: sheet.total,
        comment: commentOf(items, own?.payload),
      },
    ];
  });
}

/** A member's words, item by item, then the overall one. */
export function commentOf(
  items: readonly { readonly id: string; readonly name: string }[],
  payload: { readonly comments?: Readonly<Record<string, string>>; readonly overall?: string } | undefined,
): string | undefined {
  const parts = items.flatMap(({ id, name }) => {
    const text = payload?.comments?.[id]?.trim() ?? '';
    return text === '' ? [] : [`${name}：${text}`];
  });
  const overall = payload?.overall?.trim() ?? '';
  return [...parts, ...(overall === '' ? [] : [overall])].join('；') || undefined;
}
