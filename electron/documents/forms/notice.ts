import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { NoticeData } from '../data.ts';
import { bodySize, paperDocument } from '../layout/page.ts';
import { grid } from '../layout/table.ts';
import { blank, documentTitle, labelled, paragraph } from '../layout/text.ts';

/** 公示: basis, list, start and end, how to object, issuer and date over which the seal is put. */
export function noticeDefinition(data: NoticeData): TDocumentDefinitions {
  const { objection } = data;
  const contact: [string, string | undefined][] = [
    ['受理部门', objection.department],
    ['地　　址', objection.address],
    ['联系电话', objection.telephone],
    ['电子邮箱', objection.email],
  ];
  const lines = contact.flatMap(([label, value]) => (value === undefined ? [] : [labelled(label, value)]));
  // The seal never stands on a page without text: the issuer stays with the last words before it.
  const sentences = objection.how.split(/(?<=。)/u).filter((sentence) => sentence !== '');
  const free = lines.length > 0 ? sentences : sentences.slice(0, -1);
  const kept = lines.length > 0 ? lines : sentences.slice(-1).map(paragraph);
  const content: Content[] = [
    documentTitle(data.title),
    ...data.basis.map(paragraph),
    ...selectedList(data),
    paragraph(`公示时间：${data.startDate}至${data.endDate}（${data.period}）。`),
    ...(free.length > 0 ? [paragraph(free.join(''))] : []),
    { stack: [...kept, blank(1.5), issuer(data)], unbreakable: true },
  ];
  return paperDocument(data, { kind: 'official', title: data.title }, content);
}

/** With seal: the date ends four characters from the right, the issuer is centred on it (7.3.5.1). */
function issuer(data: NoticeData): Content {
  const width = Math.max(data.issuer.length, data.date.length) * bodySize;
  return {
    columns: [
      { width: '*', text: '' },
      { width, stack: [data.issuer, data.date].map((text) => ({ text, alignment: 'center' })) },
    ],
    margin: [0, 0, 4 * bodySize, 0],
  };
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
