import type { Content, TableCell } from 'pdfmake/interfaces';
import type { AnnexEnterprise, MemberAnnex, MinutesData } from '../data.ts';
import { grid } from '../layout/table.ts';
import { linePitch, textWidth, titleSize } from '../layout/page.ts';
import { balanceTitle, heavy } from '../layout/text.ts';
import { schemeTable } from '../layout/scheme.ts';

/** Each annex starts on a new page: label flush left on line 1, title centred on line 3 (7.3.7). */
export function annexes(data: MinutesData): Content[] {
  const parts: { title: string; body: Content[] }[] = [];
  if (data.annex.enterprises.length > 0) {
    parts.push({ title: '评审成员评分明细', body: memberScores(data.annex) });
  }
  parts.push({ title: '评分办法', body: schemeTable(data.scheme) });
  return parts.flatMap(({ title, body }, index) => [
    annexLabel(parts.length > 1 ? `附件${index + 1}` : '附件'),
    annexTitle(title),
    ...body,
  ]);
}

function annexLabel(text: string): Content {
  return { text, font: 'sans', pageBreak: 'before' };
}

function annexTitle(text: string): Content {
  return {
    text: heavy(balanceTitle(text)),
    fontSize: titleSize,
    lineHeight: linePitch / titleSize,
    alignment: 'center',
    margin: [0, linePitch, 0, linePitch * 0.6],
    outline: true,
  };
}

/** More columns than this don't fit beside member, total and remark. */
const columnsAtOnce = 10;

function memberScores(annex: MemberAnnex): Content[] {
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
    { text: annex.resultWord ?? '平均', font: 'sans', alignment: 'center' },
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
