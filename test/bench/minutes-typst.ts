import { definitionOf } from '../../electron/documents/definition.ts';
import type { MinutesData } from '../../electron/documents/data.ts';
import { plain, type Node } from './minutes-node.ts';

/**
 * The minutes as a source for Typst, from the very document definition that our own printer gets: the same
 * words, tables, sizes, margins and fonts, so that only the printing differs. No signature fields.
 */
export function minutesTypst(data: MinutesData): string {
  const { content, pageMargins } = definitionOf('minutes', data);
  const [left = 0, top = 0, right = 0, bottom = 0] = Array.isArray(pageMargins) ? pageMargins : [];
  return `#set document(title: ${quoted(data.title)}, date: datetime(year: 2026, month: 3, day: 5))
#set page(paper: "a4", margin: (left: ${left}pt, top: ${top}pt, right: ${right}pt, bottom: ${bottom}pt), numbering: "— 1 —")
#set text(font: "Noto Serif SC", lang: "zh", size: 15.79pt)
#set par(leading: 13pt, spacing: 13pt)
#set table(stroke: 0.45pt + rgb("#262626"), inset: (x: 2pt, y: 3pt))
${blocks(content)}`;
}

const faces: Readonly<Record<string, string>> = { serif: 'Noto Serif SC', sans: 'Noto Sans SC' };

function blocks(content: unknown): string {
  if (Array.isArray(content)) return content.map(blocks).join('');
  if (typeof content !== 'object' || content === null) return block(plain(content), {});
  const node: Node = content;
  const before = node.pageBreak === 'before' ? '#pagebreak()\n' : '';
  return before + block(inside(node), node);
}

/** One paragraph or part with the node's own text settings. */
function block(body: string, node: Node): string {
  const aligned =
    node.alignment === 'center' || node.alignment === 'right' ? `#align(${node.alignment})[${body}]` : body;
  const indent = node.leadingIndent === undefined ? '' : `#h(${node.leadingIndent}pt)`;
  return `#block(breakable: ${node.unbreakable === true ? 'false' : 'true'})[${settings(node)}${indent}${aligned}]\n`;
}

function settings(node: Node): string {
  const parts = [
    node.fontSize !== undefined && `size: ${node.fontSize}pt`,
    node.font !== undefined && `font: "${faces[node.font] ?? 'Noto Serif SC'}"`,
    node.color !== undefined && `fill: rgb("${node.color}")`,
  ].filter((part) => part !== false);
  const leading =
    node.lineHeight === undefined ? '' : `#set par(leading: ${Math.max(0, node.lineHeight - 1)}em)\n`;
  return (parts.length === 0 ? '' : `#set text(${parts.join(', ')})\n`) + leading;
}

function inside(node: Node): string {
  if (node.table !== undefined) return table(node.table);
  if (node.stack !== undefined) return blocks(node.stack);
  if (node.columns !== undefined) {
    const widths = node.columns.map((column) => width((column as Node | null)?.width));
    const cells = node.columns.map((column) => `[${blocks(column)}]`);
    return `#grid(columns: (${widths.join(', ')},), ${cells.join(', ')})`;
  }
  const [box] = node.canvas ?? [];
  if (box !== undefined) return `#rect(width: ${box.w ?? 0}pt, height: ${box.h ?? 0}pt, stroke: 0.45pt)`;
  return runs(node.text);
}

function runs(text: unknown): string {
  if (Array.isArray(text)) return text.map(runs).join('');
  if (typeof text !== 'object' || text === null) return `#${quoted(plain(text))}`;
  const node: Node = text;
  const own = settings(node);
  return own === '' ? runs(node.text) : `#[${own}${runs(node.text)}]`;
}

function table({ widths, body }: NonNullable<Node['table']>): string {
  const [head = [], ...rows] = body.map((row) => row.map(cell));
  const columns = widths.map(width).join(', ');
  return `#table(columns: (${columns},), table.header(${head.join(', ')}), ${rows.flat().join(', ')})`;
}

function cell(content: unknown): string {
  if (typeof content !== 'object' || content === null) return `[#${quoted(plain(content))}]`;
  const node: Node = content;
  return `[${settings(node)}${inside(node)}]`;
}

function width(value: unknown): string {
  if (typeof value === 'number') return `${value}pt`;
  return value === 'auto' ? 'auto' : '1fr';
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
