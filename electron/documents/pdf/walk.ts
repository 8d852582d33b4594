import type { Content, ContentText } from 'pdfmake/interfaces';
import type { FontName } from './fonts.ts';

type Node = Record<string, unknown>;

export interface Visitor {
  /** Answers a text in its font, as it is or in runs. */
  readonly text: (text: string, font: FontName) => string | ContentText[];
  /** Answers a node before its children are walked. */
  readonly node: (node: Node) => Node;
}

/** Copies a definition, visiting every text with the font in effect and every node. */
export function mapContent(content: Content, font: FontName, visitor: Visitor): Content {
  if (typeof content === 'string') {
    const text = visitor.text(content, font);
    return typeof text === 'string' ? text : { text };
  }
  if (Array.isArray(content)) return content.map((entry) => mapContent(entry, font, visitor));
  if (typeof content !== 'object' || content === null) return content;
  const node = visitor.node({ ...content });
  const own = typeof node['font'] === 'string' ? (node['font'] as FontName) : font;
  if (typeof node['text'] === 'string') node['text'] = visitor.text(node['text'], own);
  for (const key of ['text', 'stack', 'columns']) {
    if (typeof node[key] === 'object') node[key] = mapContent(node[key] as Content, own, visitor);
  }
  if (node['table'] !== undefined) node['table'] = mapTable(node['table'] as Node, own, visitor);
  return node as unknown as Content;
}

function mapTable(table: Node, font: FontName, visitor: Visitor): Node {
  const body = table['body'] as Content[][];
  return { ...table, body: body.map((row) => row.map((cell) => mapContent(cell, font, visitor))) };
}

/** A visitor that changes nothing. */
export const keepAll: Visitor = { text: (text) => text, node: (node) => node };

/** A visitor that lets everything break over pages, for data with a part higher than a page. */
export const allowBreaks: Visitor = {
  text: (text) => text,
  node: (node) => {
    const table = node['table'] as Node | undefined;
    // A cell moved to its middle can't go over a page: pdfmake would leave a graphics state open.
    const { verticalAlignment, ...rest } = node;
    const loose = verticalAlignment === undefined ? { ...node, unbreakable: false } : rest;
    if (table === undefined) return loose;
    return { ...loose, table: { ...table, dontBreakRows: false, keepWithHeaderRows: 0 } };
  },
};
