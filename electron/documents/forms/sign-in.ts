import type { Content } from 'pdfmake/interfaces';
import type { SignInSheetData } from '../data.ts';
import type { Paper } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { heavy } from '../layout/text.ts';

/** 签到表 of one session. */
export function signInPaper(data: SignInSheetData): Paper {
  const rows = [
    ...data.rows.map((row, index) => [`${index + 1}`, row.name, row.organisation, row.role, '', '', '']),
    ...Array.from({ length: data.spareRows }, (_, index) => [
      `${data.rows.length + index + 1}`,
      '',
      '',
      '',
      '',
      '',
      '',
    ]),
  ];
  const facts = [
    `会议时间：${data.time}`,
    `会议地点：${data.place}`,
    ...(data.matter === undefined ? [] : [`会议内容：${data.matter}`]),
  ];
  const content: Content[] = [
    {
      text: heavy(data.title),
      fontSize: 20,
      lineHeight: 1.5,
      alignment: 'center',
      margin: [0, 0, 0, 6],
      outline: true,
    },
    { stack: facts, fontSize: 11, lineHeight: 1.5, margin: [0, 0, 0, 4] },
    grid(
      [
        { title: '序号', width: 32, align: 'center' },
        { title: '姓名', width: 84, align: 'center' },
        { title: '工作单位', width: '*' },
        { title: '身份', width: 66, align: 'center' },
        { title: '签名', width: 92 },
        { title: '时间', width: 46 },
        { title: '备注', width: 42 },
      ],
      rows,
      { fontSize: 10.5, rowHeight: 24 },
    ),
  ];
  return { frame: data, setting: { kind: 'form', title: data.title }, content };
}
