import type { Content } from 'pdfmake/interfaces';
import type { HandOverData } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { heavy } from '../layout/text.ts';

/** 文件交接登记表: the documents made so far, and empty rows for everything else. */
export function handOverPaper(data: HandOverData): Paper {
  const empty = (count: number): string[] => Array.from({ length: count }, () => '');
  const rows = [
    ...data.rows.map(({ name, made }) => [name, made, ...empty(5)]),
    ...Array.from({ length: data.spareRows }, () => empty(7)),
  ].map((row, index) => [`${index + 1}`, ...row]);
  const content: Content[] = [
    {
      text: heavy(data.title),
      fontSize: 20,
      lineHeight: 1.5,
      alignment: 'center',
      margin: [0, 0, 0, 6],
      outline: true,
    },
    grid(
      [
        { title: '序号', width: 30, align: 'center' },
        { title: '文件名称', width: '*' },
        { title: '形成日期', width: 74, align: 'center' },
        { title: '份数', width: 30 },
        { title: '交接日期', width: 58 },
        { title: '交出人', width: 56 },
        { title: '接收人', width: 56 },
        { title: '备注', width: 44 },
      ],
      rows,
      { fontSize: 9.5, rowHeight: 22, padding: 3 },
    ),
  ];
  return { frame: data, setting: { kind: 'form', title: data.title }, content };
}
