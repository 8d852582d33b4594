import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { OpinionFormData } from '../data.ts';
import { paperDocument } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { heavy } from '../layout/text.ts';

/** 评审意见表 to be filled by hand at the meeting. */
export function opinionFormDefinition(data: OpinionFormData): TDocumentDefinitions {
  const rows = data.rows.map((row) => [
    row.rank,
    row.name,
    row.score,
    row.conclusion ?? { text: '□推荐\n□不推荐\n□暂缓', fontSize: 9.5, lineHeight: 1.25 },
    row.opinion ?? '',
  ]);
  const content: Content[] = [
    { text: heavy(data.title), fontSize: 20, lineHeight: 1.5, alignment: 'center', margin: [0, 0, 0, 6] },
    grid(
      [
        { title: '名次', width: 36, align: 'center' },
        { title: '企业名称', width: 150 },
        { title: '得分', width: 50, align: 'right' },
        { title: '结论', width: 60 },
        { title: '评审意见', width: '*' },
      ],
      rows,
      { fontSize: 10.5, rowHeight: 36 },
    ),
    {
      columns: [
        { width: '*', text: '组长签名：' },
        { width: 190, text: '日期：　　　　年　　月　　日' },
      ],
      font: 'sans',
      fontSize: 11,
      lineHeight: 1.4,
      margin: [0, 14, 0, 0],
    },
  ];
  return paperDocument(data, { kind: 'form', title: data.title }, content);
}
