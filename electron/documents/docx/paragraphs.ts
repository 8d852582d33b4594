import { Paragraph, Tab, TextRun, type IParagraphOptions } from 'docx';
import {
  inherit,
  marginOf,
  paragraphStyle,
  runStyle,
  twips,
  type Inherited,
  type PaperNode,
} from './style.ts';

/** Where a paragraph stands: moved in from both sides, kept with what follows. */
export interface Place {
  /** Points. */
  readonly left: number;
  readonly right: number;
  readonly pageBreak: boolean;
  readonly keepNext: boolean;
}

export const plainPlace: Place = { left: 0, right: 0, pageBreak: false, keepNext: false };

/** A text node as one paragraph with its runs. */
export function textParagraph(node: PaperNode, style: Inherited, place: Place): Paragraph {
  const own = inherit(style, node);
  const base = paragraphStyle(own);
  const [left, before, right, after] = marginOf(node);
  const indent = typeof node['leadingIndent'] === 'number' ? node['leadingIndent'] : 0;
  const options: IParagraphOptions = {
    ...base,
    spacing: { ...base.spacing, before: twips(before), after: twips(after) },
    indent: {
      left: twips(left + place.left),
      right: twips(right + place.right),
      ...(indent > 0 ? { firstLineChars: Math.round((indent / own.fontSize) * 100) } : {}),
      ...(indent > 0 ? { firstLine: twips(indent) } : {}),
    },
    keepNext: place.keepNext || typeof node['headlineLevel'] === 'number',
    keepLines: place.keepNext,
    pageBreakBefore: place.pageBreak || node['pageBreak'] === 'before',
    ...(node['outline'] === true ? { outlineLevel: 0 } : {}),
    children: runsOf(node['text'], own, false),
  };
  return new Paragraph(options);
}

function runsOf(text: unknown, style: Inherited, heavy: boolean): TextRun[] {
  if (typeof text === 'string') return textRuns(text, style, heavy);
  if (Array.isArray(text)) return text.flatMap((part) => runsOf(part, style, heavy));
  if (typeof text !== 'object' || text === null) return [];
  const node = text as PaperNode;
  return runsOf(node['text'], inherit(style, node), heavy || node['heavy'] === true);
}

/** Line ends inside a text become line breaks. */
function textRuns(text: string, style: Inherited, heavy: boolean): TextRun[] {
  const options = runStyle(style, heavy);
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** A label and its value beside it, wrapped under itself: one paragraph with a hanging indent. */
export function labelParagraph(
  label: PaperNode,
  value: PaperNode,
  labelWidth: number,
  style: Inherited,
  place: Place,
): Paragraph {
  return new Paragraph({
    ...paragraphStyle(style),
    alignment: 'left',
    indent: {
      left: twips(place.left + labelWidth),
      right: twips(place.right),
      hanging: twips(labelWidth),
    },
    keepNext: place.keepNext,
    pageBreakBefore: place.pageBreak,
    tabStops: [{ type: 'left', position: twips(place.left + labelWidth) }],
    children: [
      ...runsOf(label['text'], inherit(style, label), false),
      new TextRun({ children: [new Tab()] }),
      ...runsOf(value['text'], inherit(style, value), false),
    ],
  });
}

interface Stroke {
  readonly width: number;
  readonly colour: string;
}

/** An empty paragraph of a height, ruled at its foot where there is a stroke. */
export function emptyParagraph(height: number, place: Place, stroke?: Stroke): Paragraph {
  const border = {
    bottom: {
      style: 'single' as const,
      size: Math.max(2, Math.round((stroke?.width ?? 0) * 8)),
      color: (stroke?.colour ?? '#000000').replace('#', ''),
      space: 0,
    },
  };
  return new Paragraph({
    spacing: { line: Math.max(20, twips(height)), lineRule: 'exact', before: 0, after: 0 },
    indent: { left: twips(place.left), right: twips(place.right) },
    keepNext: place.keepNext,
    pageBreakBefore: place.pageBreak,
    children: [],
    ...(stroke === undefined ? {} : { border }),
  });
}
