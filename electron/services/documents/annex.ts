import { createText } from '../../../shared/text/index.ts';
import { twoPlacesText } from '../../../shared/domain/total-text.ts';
import { exactDecimal, multiply } from '../../../shared/domain/fraction.ts';
import type { AnnexEnterprise, MemberAnnex } from '../../documents/data.ts';
import { officialSentence } from './print.ts';
import type { ReviewResult } from '../results/tally-view.ts';

/** Words for a member's place in an enterprise's table; empty for an ordinary counted sheet. */
export function markLabel(mark: string, paper: boolean): string {
  const words: Readonly<Record<string, string>> = {
    recused: '回避',
    absent: '缺席',
    missing: '未交',
    incomplete: '不完整',
    dropped: paper ? '纸质，去掉' : '去掉',
  };
  return words[mark] ?? (paper ? '纸质' : '');
}

/**
 * Order in which members are listed beside scores: with codes by code, because the order of seating would
 * give the names away.
 */
export function listedSeats({ round }: ReviewResult): readonly string[] {
  const codes = round.scheme.source.panel?.show === 'codes';
  const number = (code: string | null): number => Number(/\d+/u.exec(code ?? '')?.[0] ?? 0);
  const seats = codes
    ? round.members.toSorted((one, other) => number(one.code) - number(other.code))
    : round.members;
  return seats.map(({ id }) => id);
}

/** Members' weighted values of every scored enterprise, a column a category. */
export function memberAnnex(result: ReviewResult): MemberAnnex {
  const text = createText('zh-CN');
  const { scheme } = result.round;
  const columns = scheme.categories.map(({ name, cap, weight }) => ({
    name,
    cap: exactDecimal(multiply(cap, weight)),
  }));
  const enterprises = result.view.rows
    .filter(({ sheets }) => sheets.some(({ total }) => total !== null))
    .map((row): AnnexEnterprise => {
      const lines = new Map(
        result.explanations.get(row.dossierId)?.members.map((line) => [line.member, line]) ?? [],
      );
      const sheets = new Map(row.sheets.map((sheet) => [sheet.seatId, sheet]));
      return {
        name: row.name,
        rows: listedSeats(result).flatMap((seatId) => {
          const sheet = sheets.get(seatId);
          if (sheet === undefined) return [];
          const cells =
            lines.get(seatId)?.categories.map((value) => (value === null ? '' : twoPlacesText(value))) ?? [];
          const { label: member, total, mark, paper } = sheet;
          return [{ member, cells, total: total ?? '', mark: markLabel(mark, paper) }];
        }),
        steps: row.explanation
          .filter(({ key }) => !key.startsWith('explain-category'))
          .map(({ key, values }) => officialSentence(text.of(key, values))),
        average: { cells: row.categories.map(({ mean }) => mean ?? ''), total: row.score ?? '' },
      };
    });
  return { columns, enterprises };
}
