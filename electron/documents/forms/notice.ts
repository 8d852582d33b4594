import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { NoticeData } from '../data.ts';
import { bodySize, linePitch, paperDocument } from '../layout/page.ts';
import { blank, documentTitle, paragraph } from '../layout/text.ts';

/** 公示: basis, list, start and end, how to object, issuer and date over which the seal is put. */
export function noticeDefinition(data: NoticeData): TDocumentDefinitions {
  const { objection } = data;
  const mail = objection.email === undefined ? '' : `，电子邮箱：${objection.email}`;
  const content: Content[] = [
    documentTitle(data.title),
    ...data.basis.map(paragraph),
    ...data.selected.map((row, index) => {
      const code = row.creditCode === undefined ? '' : `（统一社会信用代码：${row.creditCode}）`;
      return paragraph(`${index + 1}. ${row.name}${code}`);
    }),
    paragraph(`公示时间：${data.startDate}至${data.endDate}（${data.period}）。`),
    paragraph(objection.how),
    paragraph(
      `受理部门：${objection.department}，地址：${objection.address}，联系电话：${objection.telephone}${mail}。`,
    ),
    { stack: [blank(2), issuer(data)], unbreakable: true },
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
    margin: [0, 0, 4 * bodySize, linePitch],
  };
}
