import {
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IRunOptions,
  type ISectionOptions,
} from 'docx';
import type { PaperInputs, PaperKind } from './data.ts';
import { paperOf } from './definition.ts';
import { blocksOf } from './docx/blocks.ts';
import { fontTable } from './docx/font-table.ts';
import { fontNames, twips, type Inherited } from './docx/style.ts';
import { bodySize, linePitch, marginsOf, mm, quietColour, type Paper } from './layout/page.ts';

/** Makes an editable DOCX of a document, with the content of its PDF; the same data gives the same content. */
export async function makeDocx<Kind extends PaperKind>(
  kind: Kind,
  data: PaperInputs[Kind],
): Promise<Uint8Array> {
  const paper = paperOf(kind, data);
  const { setting, frame } = paper;
  const document = new Document({
    title: setting.title,
    subject: frame.review,
    creator: frame.software,
    lastModifiedBy: frame.software,
    evenAndOddHeaderAndFooters: setting.kind === 'official',
    styles: { default: { document: { run: bodyRun } } },
    sections: [section(paper)],
  });
  const bytes = await Packer.toBuffer(document, undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
  ]);
  // A copy over a buffer of its own, which a worker may hand over.
  return Uint8Array.from(bytes);
}

const bodyRun: IRunOptions = {
  font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: fontNames.serif },
  size: 32,
  language: { value: 'en-US', eastAsia: 'zh-CN' },
};

function section({ setting, frame, content }: Paper): ISectionOptions {
  const official = setting.kind === 'official';
  const [left, top, right, bottom] = marginsOf(setting.kind);
  const width = mm(210) - left - right;
  const style: Inherited = {
    font: 'serif',
    fontSize: bodySize,
    lineHeight: linePitch / bodySize,
    colour: '#000000',
    alignment: 'left',
    width,
  };
  const marks = [setting.mark ?? '', frame.sample ? '示例' : ''].filter((mark) => mark !== '');
  const header = new Header({ children: [quietLine(marks.join('　'))] });
  return {
    properties: {
      page: {
        size: { width: twips(mm(210)), height: twips(mm(297)) },
        margin: {
          left: twips(left),
          top: twips(top),
          right: twips(right),
          bottom: twips(bottom),
          header: twips(top - mm(13)),
          // Number 7 mm below the type area, 4号 being about 5 mm high.
          footer: twips(bottom - mm(official ? 12 : 10)),
        },
      },
    },
    headers: { default: header, even: header },
    footers: official
      ? {
          default: new Footer({ children: [pageNumber('right')] }),
          even: new Footer({ children: [pageNumber('left')] }),
        }
      : { default: new Footer({ children: [quietLine(frame.software)] }) },
    children: blocksOf(content, style),
  };
}

/** — 1 — in 4号半角宋体, one character from the outer edge (GB/T 9704-2012, 7.5). */
function pageNumber(side: 'left' | 'right'): Paragraph {
  const font = { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' };
  return new Paragraph({
    alignment: side,
    indent: { [side]: twips(14) },
    children: [new TextRun({ font, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

function quietLine(text: string): Paragraph {
  const run = { ...bodyRun, size: 18, color: quietColour.replace('#', ''), text };
  return new Paragraph({ alignment: 'right', children: [new TextRun(run)] });
}
