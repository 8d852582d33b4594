import type { Content } from 'pdfmake/interfaces';
import type { MinutesData } from '../data.ts';
import { bodySize } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { leading, paragraph } from '../layout/text.ts';

/** Ranks, scores and conclusions; the exact value stands in the remarks where it matters. */
export function resultTable(data: MinutesData): Content {
  const rows = data.results.map((row) => {
    const exact = row.exact === undefined ? undefined : `精确值 ${row.exact}`;
    const remarks = [row.status, exact, row.paper].filter((part) => part !== undefined && part !== '');
    return [row.rank, row.name, row.score, row.members, row.conclusion, remarks.join('\n')];
  });
  return grid(
    [
      { title: '名次', width: 34, align: 'center' },
      { title: '企业名称', width: '*' },
      { title: '得分', width: 48, align: 'right' },
      { title: '有效评分', width: 54, align: 'center' },
      { title: '结论', width: 50, align: 'center' },
      { title: '备注', width: 106 },
    ],
    rows,
    { fontSize: 10.5, rowHeight: 17 },
  );
}

/** Decisions on ties and preference, then the panel's words on each enterprise (archive version). */
export function decisionsAndOpinions(data: MinutesData): Content[] {
  const opinions = data.results.filter((row) => row.opinion !== undefined && row.opinion !== '');
  const parts: Content[] = data.decisions.map(paragraph);
  if (opinions.length > 0) parts.push(leading('评审组对各企业的评审意见：'));
  opinions.forEach((row, index) => {
    parts.push({
      text: [{ text: `${index + 1}. ${row.name}（${row.conclusion}）：` }, row.opinion ?? ''],
      leadingIndent: 2 * bodySize,
      alignment: 'justify',
    });
  });
  return parts;
}
