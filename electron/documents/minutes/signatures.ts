import type { CanvasRect, Column, Content, ContentText } from 'pdfmake/interfaces';
import type { MinutesData, SignatureSlot } from '../data.ts';
import { linePitch, mm, quietColour, textWidth } from '../layout/page.ts';
import { blank, paragraph } from '../layout/text.ts';
import { annexTitles } from './annexes.ts';

/** Size of a signature field. */
const fieldWidth = mm(60);
const fieldHeight = mm(18);
/** A row takes 90 pt with its label: five rows fill a page together with the closing words. */
const rowsTogether = 5;

/**
 * The note of the annexes and the signature block. The block never stands on a page without words of the minutes: its
 * first rows hang together with the closing statement, further ones with a line that names the record.
 */
export function signaturePart(data: MinutesData, heading: (text: string) => ContentText): Content[] {
  // A heading's own page break would tear an unbreakable block.
  const words = [{ ...heading('核对和签署'), headlineLevel: 0 }, ...closingWords(data).map(paragraph)];
  const rows = slotRows(data);
  if (rows.length === 0) return [...annexList(data), ...words];
  const blocks = Math.ceil(rows.length / rowsTogether);
  const size = Math.ceil(rows.length / blocks);
  return [
    ...annexList(data),
    ...Array.from({ length: blocks }, (_, index): Content => {
      const lead = index === 0 ? words : [continued(data)];
      return { stack: [...lead, ...rows.slice(index * size, (index + 1) * size)], unbreakable: true };
    }),
  ];
}

function continued(data: MinutesData): Content {
  return {
    text: `（续）下列人员签署《${data.title}》。`,
    fontSize: 12,
    lineHeight: 1.5,
    margin: [0, 0, 0, 6],
  };
}

function closingWords(data: MinutesData): readonly string[] {
  if (data.signatures.length === 0) return ['本纪要公开版与归档版出自同一记录。'];
  const means = data.signing === 'paper' ? '手写签名' : '电子签名';
  const own = `本纪要所载内容和评审结果经评审组核对，由下列人员签署（${means}）。`;
  return data.closing.length > 0 ? data.closing : [own];
}

function annexList(data: MinutesData): Content[] {
  const titles = annexTitles(data);
  const numberedTitles =
    titles.length === 1 ? titles : titles.map((title, index) => `${index + 1}. ${title}`);
  const lines = numberedTitles.map((title, index): Content => ({
    columns: [
      { width: linePitch * 1.65, text: index === 0 ? '附件：' : '' },
      { width: '*', text: title },
    ],
    margin: [linePitch * 1.09, 0, 0, 0],
  }));
  return [{ stack: [blank(0.6), ...lines, blank(0.6)], unbreakable: true }];
}

function slotRows(data: MinutesData): Content[] {
  const rows: Content[] = [];
  for (let index = 0; index < data.signatures.length; index += 2) {
    const pair = data.signatures.slice(index, index + 2);
    rows.push({
      columns: [0, 1].map((side): Column => {
        const slot = pair[side];
        const stack: Content[] = slot === undefined ? [''] : slotCell(slot, data.signing);
        return { stack, width: textWidth / 2 };
      }),
      unbreakable: true,
      margin: [0, 0, 0, 8],
    });
  }
  return rows;
}

function slotCell(slot: SignatureSlot, signing: MinutesData['signing']): Content[] {
  const left = slot.leftEarly === undefined ? '' : `（提前离席：${slot.leftEarly.reason}）`;
  const label: Content = {
    text: [{ text: slot.role, font: 'sans' }, `　${slot.name}`, { text: left, fontSize: 9 }],
    fontSize: 12,
    lineHeight: 1.4,
  };
  const organisation: Content = {
    text: slot.organisation ?? '',
    fontSize: 9,
    lineHeight: 1.4,
    color: quietColour,
  };
  return signing === 'paper'
    ? [label, organisation, paperLine()]
    : [label, organisation, { canvas: fieldBox(slot.field), margin: [0, 2, 0, 0] }];
}

/** A quiet frame and, over it, the marker that becomes the field. */
function fieldBox(field: string): CanvasRect[] {
  const box = { type: 'rect' as const, x: 0, y: 0, w: fieldWidth, h: fieldHeight };
  const marker = { ...box, signatureField: field };
  return [{ ...box, lineWidth: 0.45, lineColor: '#8c8c8c' }, marker];
}

function paperLine(): Content {
  const line = { type: 'line' as const, lineWidth: 0.6, lineColor: '#262626' };
  return {
    stack: [
      { canvas: [{ ...line, x1: 0, y1: mm(12), x2: fieldWidth, y2: mm(12) }] },
      { text: '日期：　　　　年　　月　　日', fontSize: 9, lineHeight: 1.4, margin: [0, 3, 0, 0] },
    ],
  };
}
