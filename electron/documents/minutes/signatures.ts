import type { CanvasRect, Column, Content, ContentText } from 'pdfmake/interfaces';
import type { MinutesData, SignatureSlot } from '../data.ts';
import { linePitch, mm, quietColour, textWidth } from '../layout/page.ts';
import { blank, groupHex, paragraph } from '../layout/text.ts';

/** Size of a signature field. */
const fieldWidth = mm(60);
const fieldHeight = mm(18);
/** A row takes 90 pt with its label: five rows fill a page together with the closing words and record data. */
const rowsTogether = 5;

/**
 * Record data and the signature block. The block never stands on a page without words of the minutes: its
 * first rows hang together with the closing statement, further ones with a line that names the record.
 */
export function signaturePart(data: MinutesData, heading: (text: string) => ContentText): Content[] {
  // A heading's own page break would tear an unbreakable block.
  const words = [{ ...heading('核对和签署'), headlineLevel: 0 }, paragraph(closingWords(data))];
  const record = recordData(data);
  const rows = slotRows(data);
  if (rows.length === 0) return [...annexList(data), ...words, ...record];
  const blocks = Math.ceil(rows.length / rowsTogether);
  const size = Math.ceil(rows.length / blocks);
  return [
    ...annexList(data),
    ...Array.from({ length: blocks }, (_, index): Content => {
      const lead = index === 0 ? words : [continued(data)];
      const tail = index === blocks - 1 ? record : [];
      return {
        stack: [...lead, ...rows.slice(index * size, (index + 1) * size), ...tail],
        unbreakable: true,
      };
    }),
  ];
}

function continued(data: MinutesData): Content {
  const text = `（续）下列人员签署《${data.title}》，评审结果摘要 ${groupHex(data.resultHash.slice(0, 16))}…。`;
  return { text, fontSize: 12, lineHeight: 1.5, margin: [0, 0, 0, 6] };
}

function closingWords(data: MinutesData): string {
  if (data.signatures.length === 0) return '本纪要公开版与归档版出自同一记录。';
  const means = data.signing === 'paper' ? '手写签名' : '电子签名';
  return `本纪要所载内容和评审结果经评审组核对，由下列人员签署（${means}）。`;
}

function annexList(data: MinutesData): Content[] {
  const titles = [...(data.annex.enterprises.length > 0 ? ['评审成员评分明细'] : []), '评分办法'];
  const numberedTitles =
    titles.length === 1 ? titles : titles.map((title, index) => `${index + 1}. ${title}`);
  return [
    blank(0.6),
    ...numberedTitles.map((title, index): Content => ({
      columns: [
        { width: linePitch * 1.65, text: index === 0 ? '附件：' : '' },
        { width: '*', text: title },
      ],
      margin: [linePitch * 1.09, 0, 0, 0],
    })),
    blank(0.6),
  ];
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

/** Hashes and fingerprint, in groups as they are read aloud. */
function recordData(data: MinutesData): Content[] {
  const rows: [string, string][] = [
    ['评分办法摘要', groupHex(data.scheme.hash)],
    ['评审结果摘要', groupHex(data.resultHash)],
    ['签发机构指纹', groupHex(data.authority)],
    ...(data.authorityAloud === undefined
      ? []
      : [['指纹诵读数字', data.authorityAloud] satisfies [string, string]]),
    ['制作软件', data.software],
  ];
  return [
    {
      stack: rows.map(([label, value]) => ({
        columns: [
          { width: 82, text: label, font: 'sans' },
          { width: '*', text: value },
        ],
      })),
      fontSize: 9,
      lineHeight: 1.5,
      color: quietColour,
      margin: [0, 8, 0, 0],
    },
  ];
}
