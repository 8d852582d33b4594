import type { IParagraphOptions, IRunOptions } from 'docx';
import { bodySize } from '../layout/page.ts';

/** What a node of a paper hands down to its children. */
export interface Inherited {
  readonly font: 'serif' | 'sans';
  /** Points. */
  readonly fontSize: number;
  /** Multiple of the size. */
  readonly lineHeight: number;
  readonly colour: string;
  readonly alignment: 'left' | 'center' | 'right' | 'justify';
  /** Room for the text in points: tables share it out. */
  readonly width: number;
}

/** A node of pdfmake's definition as far as our papers use it. */
export type PaperNode = Readonly<Record<string, unknown>>;

/** Names that an office has, with what serves where they are missing. */
export const fontNames = { serif: '仿宋_GB2312', sans: '黑体', heavy: '方正小标宋简体' } as const;

/** Twentieths of a point, the unit of the format. */
export function twips(points: number): number {
  return Math.round(points * 20);
}

/**
 * 28 characters of 16 pt are wider than 156 mm. The PDF sets them at 15.79 pt; here they keep 3号 and come a
 * quarter of a point closer. A character grid would do the same, but not every word processor keeps one.
 */
const closer = -5;

export function runStyle(style: Inherited, heavy: boolean): IRunOptions {
  const name = heavy ? fontNames.heavy : fontNames[style.font];
  return {
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: name },
    ...(style.fontSize === bodySize
      ? { size: 32, characterSpacing: closer }
      : { size: Math.round(style.fontSize * 2) }),
    color: style.colour.replace('#', ''),
  };
}

const alignments = { left: 'left', center: 'center', right: 'right', justify: 'both' } as const;

/** Exact line pitch, as official papers have it. */
export function paragraphStyle(style: Inherited): IParagraphOptions {
  return {
    alignment: alignments[style.alignment],
    spacing: { line: twips(style.fontSize * style.lineHeight), lineRule: 'exact', before: 0, after: 0 },
    overflowPunctuation: true,
  };
}

function oneOf<Value extends string>(value: unknown, among: readonly Value[]): Value | undefined {
  return among.find((candidate) => candidate === value);
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** The style of a node's content. */
export function inherit(style: Inherited, node: PaperNode): Inherited {
  const margin = marginOf(node);
  return {
    font: oneOf(node['font'], ['serif', 'sans']) ?? style.font,
    fontSize: numberOf(node['fontSize'], style.fontSize),
    lineHeight: numberOf(node['lineHeight'], style.lineHeight),
    colour: typeof node['color'] === 'string' ? node['color'] : style.colour,
    alignment: oneOf(node['alignment'], ['left', 'center', 'right', 'justify']) ?? style.alignment,
    width: style.width - margin[0] - margin[2],
  };
}

/** Left, top, right and bottom in points. */
export function marginOf(node: PaperNode): readonly [number, number, number, number] {
  const given = node['margin'];
  if (!Array.isArray(given)) return [0, 0, 0, 0];
  const [left = 0, top = 0, right = 0, bottom = 0] = given.map((value) => numberOf(value, 0));
  return [left, top, right, bottom];
}
