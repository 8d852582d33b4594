import type { Content } from 'pdfmake/interfaces';

type Node = Record<string, unknown>;

/** Answers a node before its children are walked. */
export type Visitor = (node: Node) => Node;

/** Copies a definition, visiting every node. */
export function mapContent(content: Content, visitor: Visitor): Content {
  if (Array.isArray(content)) return content.map((entry) => mapContent(entry, visitor));
  if (typeof content !== 'object' || content === null) return content;
  const node = visitor({ ...content });
  for (const key of ['text', 'stack', 'columns']) {
    if (typeof node[key] === 'object') node[key] = mapContent(node[key] as Content, visitor);
  }
  if (node['table'] !== undefined) node['table'] = mapTable(node['table'] as Node, visitor);
  return node as unknown as Content;
}

function mapTable(table: Node, visitor: Visitor): Node {
  const body = table['body'] as Content[][];
  return { ...table, body: body.map((row) => row.map((cell) => mapContent(cell, visitor))) };
}

/** A visitor that lets everything break over pages, for data with a part higher than a page. */
export const allowBreaks: Visitor = (node) => {
  const table = node['table'] as Node | undefined;
  // A cell moved to its middle can't go over a page: pdfmake would leave a graphics state open.
  const { verticalAlignment, ...rest } = node;
  const loose = verticalAlignment === undefined ? { ...node, unbreakable: false } : rest;
  if (table === undefined) return loose;
  return { ...loose, table: { ...table, dontBreakRows: false, keepWithHeaderRows: 0 } };
};
