import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { DocumentFrame } from '../data.ts';

/** Millimetres to points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** 28 characters fill 156 mm (GB/T 9704-2012, 5.2.3); 16 pt would be 158 mm. */
export const bodySize = 15.79;
/** 22 lines fill 225 mm. */
export const linePitch = mm(225) / 22;
/** 2号, title. */
export const titleSize = 22;
/** Widths of the type areas in points. */
export const textWidth = mm(156);
export const formWidth = mm(174);
/** Grey of what isn't content: headers, remarks. */
export const quietColour = '#595959';

type PageKind = 'official' | 'form';

/** Left, top, right, bottom: GB/T 9704-2012 5.1 for official pages; forms have more room. */
const margins: Record<PageKind, [number, number, number, number]> = {
  official: [mm(28), mm(37), mm(26), mm(35)],
  form: [mm(20), mm(22), mm(16), mm(20)],
};

/** Left, top, right, bottom in points. */
export function marginsOf(kind: PageKind): readonly [number, number, number, number] {
  return margins[kind];
}

export interface PageSetting {
  readonly kind: PageKind;
  readonly title: string;
  /** Printed at the left of the header, e.g. 归档版. */
  readonly mark?: string | undefined;
}

/** A document before it becomes a file of one kind or another. */
export interface Paper {
  readonly frame: DocumentFrame;
  readonly setting: PageSetting;
  readonly content: Content[];
}

/** A document on A4 in PDF/A-2b with header, page number and metadata that depend on the data only. */
export function paperDocument({ frame, setting, content }: Paper): TDocumentDefinitions {
  return { ...pageShell(frame, setting), content };
}

/** Several documents in one file, each with its own margins, header and page numbers, after a first page. */
export function boundDocument(first: Paper, others: readonly Paper[]): TDocumentDefinitions {
  const sections = [first, ...others].map(({ frame, setting, content }): Content => ({
    section: content,
    pageMargins: margins[setting.kind],
    header: pageHeader(frame, setting),
    footer: pageFooter(frame, setting),
  }));
  return { ...pageShell(first.frame, first.setting), content: sections };
}

function pageShell(frame: DocumentFrame, setting: PageSetting): Omit<TDocumentDefinitions, 'content'> {
  return {
    pageSize: 'A4',
    pageMargins: margins[setting.kind],
    version: '1.7',
    subset: 'PDF/A-2b',
    language: 'zh-CN',
    displayTitle: true,
    info: {
      title: setting.title,
      subject: frame.review,
      creator: frame.software,
      producer: frame.software,
      creationDate: new Date(frame.createdAt),
    },
    defaultStyle: { font: 'serif', fontSize: bodySize, lineHeight: linePitch / bodySize },
    header: pageHeader(frame, setting),
    footer: pageFooter(frame, setting),
    pageBreakBefore: (node) => startsTooLow(node.headlineLevel, node.startPosition),
  };
}

function pageFooter(frame: DocumentFrame, setting: PageSetting): (page: number) => Content {
  return (page) => (setting.kind === 'official' ? officialNumber(page) : formFoot(frame, page));
}

/**
 * Lines that must be free from the start of a headline on: 1 is a heading over text, 2 a sentence that leads
 * to a table (its header and two rows of two lines), 3 a heading over such a sentence.
 */
const linesNeeded = new Map([
  [1, 3.4],
  [2, 4.2],
  [3, 5.2],
]);

function startsTooLow(
  level: number | undefined,
  { pageInnerHeight, verticalRatio }: { readonly pageInnerHeight: number; readonly verticalRatio: number },
): boolean {
  const lines = linesNeeded.get(level ?? 0);
  return lines !== undefined && pageInnerHeight * (1 - verticalRatio) < lines * linePitch;
}

function pageHeader(frame: DocumentFrame, setting: PageSetting): Content {
  const [left, top, right] = margins[setting.kind];
  const marks = [setting.mark ?? '', frame.sample ? '示例' : ''].filter((mark) => mark !== '');
  return {
    margin: [left, top - mm(setting.kind === 'official' ? 13 : 10), right, 0],
    columns: [
      { width: '*', text: marks.length === 0 ? '' : frame.review },
      { width: mm(40), text: marks.join('　'), alignment: 'right', font: 'sans' },
    ],
    fontSize: 9,
    lineHeight: 1,
    color: quietColour,
  };
}

/** — 1 — in 4号, 7 mm below the type area, one character from the outer edge, odd right, even left. */
function officialNumber(page: number): Content {
  return {
    text: `— ${page} —`,
    fontSize: 14,
    lineHeight: 1,
    alignment: page % 2 === 1 ? 'right' : 'left',
    margin: [mm(28) + 14, mm(7), mm(26) + 14, 0],
  };
}

function formFoot(frame: DocumentFrame, page: number): Content {
  return {
    columns: [
      { width: '*', text: frame.software },
      { width: mm(20), text: `${page}`, alignment: 'right' },
    ],
    fontSize: 8,
    lineHeight: 1,
    color: quietColour,
    margin: [mm(20), mm(6), mm(16), 0],
  };
}
