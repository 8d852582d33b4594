import { exactDecimal, multiply } from '../../../shared/domain/fraction.ts';
import type { OpinionFormData, RankingData } from '../../documents/data.ts';
import type { ReadDb } from '../../database/access.ts';
import { opinionsOfResult } from '../results/opinions.ts';
import type { ReviewResult } from '../results/tally-view.ts';
import { ruleSentences } from './minutes-data.ts';
import { conclusionLabel, frameOf, roleLabel, titleWith } from './print.ts';

type Row = ReviewResult['view']['rows'][number];

function statusOf(row: Row): string {
  if (row.ineligible) return '不符合准入条件';
  return row.status === 'provisional' ? '暂定' : '';
}

/** 评审结果排名表. */
export function rankingData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  software: string,
): RankingData {
  const opinions = new Map(
    opinionsOfResult(db, reviewId, result).map((opinion) => [opinion.dossierId, opinion]),
  );
  return {
    ...frameOf(db, result.round.review, software),
    title: titleWith(result.round.review, '结果排名表'),
    rows: result.view.rows.map((row) => {
      const exact = row.shown === null || row.shown === row.score ? [] : [`精确值 ${row.shown}`];
      return {
        rank: row.rank === null ? '—' : String(row.rank),
        name: row.name,
        score: row.score ?? '—',
        members: String(row.members),
        conclusion: conclusionLabel(opinions.get(row.dossierId)?.conclusion ?? null),
        remark: [statusOf(row), ...exact].filter((part) => part !== '').join('；'),
      };
    }),
    rule: ruleSentences(result).join(''),
    signers: ['组长', '工作人员', '监督人员'],
  };
}

/** 评审意见表 of every enterprise; what the panel hasn't written yet stays open for the pen. */
export function opinionFormData(
  db: ReadDb,
  reviewId: string,
  result: ReviewResult,
  software: string,
): OpinionFormData {
  const { round, view } = result;
  const opinions = new Map(
    opinionsOfResult(db, reviewId, result).map((opinion) => [opinion.dossierId, opinion]),
  );
  const codes = new Map(round.dossiers.map(({ row }) => [row.id, row.credit_code]));
  return {
    ...frameOf(db, round.review, software),
    title: titleWith(round.review, '意见表'),
    pages: view.rows.map((row) => ({
      number: String(row.number).padStart(2, '0'),
      enterprise: row.name,
      creditCode: codes.get(row.dossierId) ?? '',
      rank: row.rank === null ? '—' : String(row.rank),
      score: row.score ?? '—',
      members: String(row.members),
      categories: row.ineligible
        ? []
        : round.scheme.categories.map(({ name, cap, weight }, index) => ({
            name,
            cap: exactDecimal(multiply(cap, weight)),
            mean: row.categories[index]?.mean ?? '—',
          })),
      opinion: opinions.get(row.dossierId)?.text.trim() ?? '',
      conclusion: conclusionLabel(opinions.get(row.dossierId)?.conclusion ?? null),
      status: statusOf(row) || undefined,
    })),
    signers: round.members
      .toSorted((one, other) => other.chair - one.chair)
      .map((seat) => ({ name: seat.name, role: roleLabel(seat) })),
  };
}
