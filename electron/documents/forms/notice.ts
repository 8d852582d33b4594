import type { Content } from 'pdfmake/interfaces';
import type { NoticeData } from '../data.ts';
import { letterHead, sealedEnd } from '../layout/letter.ts';
import type { Paper } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { documentTitle, labelled, paragraph } from '../layout/text.ts';

/** 公示: basis, list, start and end, how to object, issuer and date over which the seal is put. */
export function noticePaper(data: NoticeData): Paper {
  const { contact } = data;
  const channel: [string, string | undefined][] = [
    ['受理部门', contact.department],
    ['地　　址', contact.address],
    ['联系电话', contact.telephone],
    ['电子邮箱', contact.email],
  ];
  const lines = channel.flatMap(([label, value]) => (value === undefined ? [] : [labelled(label, value)]));
  const content: Content[] = [
    ...letterHead(data),
    documentTitle(data.title),
    ...data.opening.map(paragraph),
    ...selectedList(data),
    ...sealedEnd(data.closing, lines, data),
  ];
  return { frame: data, setting: { kind: 'official', title: data.title }, content };
}

/** A table where codes are printed, numbered lines otherwise. */
function selectedList(data: NoticeData): Content[] {
  if (data.selected.every((row) => row.creditCode === undefined)) {
    return data.selected.map((row, index) => paragraph(`${index + 1}. ${row.name}`));
  }
  const rows = data.selected.map((row, index) => [`${index + 1}`, row.name, row.creditCode ?? '']);
  const table = grid(
    [
      { title: '序号', width: 44, align: 'center' },
      { title: '企业名称', width: '*' },
      { title: '统一社会信用代码', width: 158, align: 'center' },
    ],
    rows,
    { fontSize: 12, margin: [0, 6, 0, 10] },
  );
  return [table];
}
