import type { Content, TableCell } from 'pdfmake/interfaces';
import type { AnnexEnterprise, MemberAnnex } from '../data.ts';
import { textWidth } from '../layout/page.ts';
import { grid } from '../layout/table.ts';

/** Member columns of the totals at once; further members stand in a table below. */
const membersAtOnce = 9;

/** Every enterprise's total by member, names or codes as the scheme says. */
export function memberTotals({ enterprises }: MemberAnnex): Content[] {
  const names = [...new Set(enterprises.flatMap(({ rows }) => rows.map(({ member }) => member)))];
  const chunks = Math.max(1, Math.ceil(names.length / membersAtOnce));
  const size = Math.ceil(names.length / chunks);
  return Array.from({ length: chunks }, (_, chunk) =>
    totalsTable(enterprises, names.slice(chunk * size, (chunk + 1) * size), chunk === chunks - 1),
  );
}

function totalsTable(
  enterprises: readonly AnnexEnterprise[],
  names: readonly string[],
  last: boolean,
): Content {
  const width = Math.min(46, (textWidth - 150 - (last ? 44 : 0)) / names.length);
  const rows = enterprises.map((enterprise): string[] => {
    const cells = names.map((name) => {
      const row = enterprise.rows.find(({ member }) => member === name);
      if (row === undefined) return '';
      return row.total === '' ? row.mark : row.total;
    });
    return [enterprise.name, ...cells, ...(last ? [enterprise.average.total] : [])];
  });
  return grid(
    [
      { title: '企业名称', width: '*' },
      ...names.map((title) => ({ title, width, align: 'center' as const })),
      ...(last ? [{ title: '得分', width: 44, align: 'center' as const }] : []),
    ],
    rows,
    { fontSize: 8.5, lineHeight: 1.25, padding: 2, tight: true },
  );
}

/** The scores of each enterprise by category and how its number came about. */
/** More columns than this don't fit beside member, total and remark. */
const columnsAtOnce = 10;

/** The scores of each enterprise by category, and how its number came about. */
export function memberScores(annex: MemberAnnex): Content[] {
  const chunks = Math.ceil(annex.columns.length / columnsAtOnce);
  const size = Math.ceil(annex.columns.length / chunks);
  return annex.enterprises.map((enterprise, index): Content => ({
    stack: [
      { text: `${index + 1}. ${enterprise.name}`, font: 'sans', fontSize: 11, lineHeight: 1.5 },
      ...Array.from({ length: chunks }, (_, chunk) =>
        scoreTable(annex, enterprise, chunk * size, Math.min((chunk + 1) * size, annex.columns.length)),
      ),
      ...explanation(enterprise.steps ?? []),
    ],
    unbreakable: true,
  }));
}

/** The steps that lead to the number, small, under their table. */
function explanation(steps: readonly string[]): Content[] {
  if (steps.length === 0) return [];
  const text = `计算过程：${steps.map((step) => step.replace(/。$/u, '')).join('；')}。`;
  return [{ text, fontSize: 8, lineHeight: 1.35, margin: [0, 0, 0, 12] }];
}

function scoreTable(annex: MemberAnnex, enterprise: AnnexEnterprise, from: number, to: number): Content {
  const last = to === annex.columns.length;
  // A name of seven characters, a total of five and a remark of two keep one line.
  const side = { member: 70, total: 34, mark: 26 };
  const width = (textWidth - side.member - side.total - side.mark) / Math.min(to - from, columnsAtOnce);
  const rows = enterprise.rows.map((row): (string | TableCell)[] => [
    row.member,
    ...row.cells.slice(from, to),
    ...Array.from({ length: to - from - row.cells.slice(from, to).length }, () => ''),
    ...(last ? [row.total, row.mark] : []),
  ]);
  const { average } = enterprise;
  rows.push([
    { text: '平均', font: 'sans', alignment: 'center' },
    ...average.cells.slice(from, to),
    ...(last ? [average.total, ''] : []),
  ]);
  return grid(
    [
      { title: '评审成员', width: last ? '*' : side.member, align: 'center' },
      ...annex.columns.slice(from, to).map((column) => ({
        title: `${column.name}（${column.cap}）`,
        width,
        align: 'right' as const,
      })),
      ...(last
        ? [
            { title: '合计', width: side.total, align: 'right' as const },
            { title: '备注', width: side.mark, align: 'center' as const },
          ]
        : []),
    ],
    rows,
    { fontSize: 8.5, lineHeight: 1.25, padding: 2, tight: true, margin: [0, 1, 0, 4] },
  );
}
