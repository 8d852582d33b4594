import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { HandoverRegisterData } from '../data.ts';
import { paperDocument } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { heavy } from '../layout/text.ts';

/** 文件交接登记表, with places to sign for those who keep it. */
export function handoverRegisterDefinition(data: HandoverRegisterData): TDocumentDefinitions {
  const rows = data.rows.map((row) => [
    row.number,
    row.time,
    row.direction,
    row.what,
    row.party,
    row.way,
    `${row.size}\n${row.check}`,
    row.outcome,
  ]);
  const content: Content[] = [
    { text: heavy(data.title), fontSize: 20, lineHeight: 1.5, alignment: 'center', margin: [0, 0, 0, 6] },
    grid(
      [
        { title: '序号', width: 32, align: 'center' },
        { title: '时间', width: 60, align: 'center' },
        { title: '方向', width: 34, align: 'center' },
        { title: '文件', width: 70 },
        { title: '对方', width: 64, align: 'center' },
        { title: '方式', width: 50, align: 'center' },
        { title: '大小、校验值', width: 84 },
        { title: '结果', width: '*' },
      ],
      rows,
      { fontSize: 9, rowHeight: 20 },
    ),
    {
      columns: [{ text: '登记人：' }, { text: '监督人员：' }, { text: '日期：' }],
      fontSize: 11,
      margin: [0, 16, 0, 0],
    },
  ];
  return paperDocument(data, { kind: 'form', title: data.title }, content);
}
