import { pathToFileURL } from 'node:url';
import { definitionOf } from '../../electron/documents/definition.ts';
import type { MinutesData } from '../../electron/documents/data.ts';
import type { FontSet } from '../../electron/documents/pdf-contract.ts';
import { plain, type Node } from './minutes-node.ts';

/**
 * The minutes as a page for Chromium, made from the very document definition that our own printer gets: the
 * same words, tables, sizes, margins and fonts, so that only the printing differs.
 */
export function minutesHtml(data: MinutesData, fonts: FontSet): string {
  const { content, pageMargins } = definitionOf('minutes', data);
  const margins = Array.isArray(pageMargins) ? pageMargins : [];
  const [left = 0, top = 0, right = 0, bottom = 0] = margins;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escape(data.title)}</title><style>
${fontFace('serif', fonts.serif)}${fontFace('sans', fonts.sans)}
@page { size: A4; margin: ${top}pt ${right}pt ${bottom}pt ${left}pt; }
body { margin: 0; font: 15.79pt/1.84 serif-sc; }
div { min-height: 1px; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td, th { border: .45pt solid #262626; padding: 3pt 2pt 1.5pt; font-weight: normal; }
.row { display: flex; }
.row > * { flex: 1; }
</style><body>${blocks(content)}</body></html>`;
}

function fontFace(name: string, path: string): string {
  return `@font-face { font-family: ${name}-sc; src: url("${pathToFileURL(path).href}"); }\n`;
}

function blocks(content: unknown): string {
  if (Array.isArray(content)) return content.map(blocks).join('');
  if (typeof content !== 'object' || content === null) return `<div>${escape(plain(content))}</div>`;
  const node: Node = content;
  return `<div style="${style(node)}">${inside(node)}</div>`;
}

function inside(node: Node): string {
  if (node.table !== undefined) return table(node.table);
  if (node.stack !== undefined) return blocks(node.stack);
  if (node.columns !== undefined) return `<div class="row">${node.columns.map(blocks).join('')}</div>`;
  const [box] = node.canvas ?? [];
  if (box !== undefined) {
    return `<div style="width:${box.w ?? 0}pt;height:${box.h ?? 0}pt;border:.45pt solid #8c8c8c"></div>`;
  }
  return runs(node.text);
}

/** Words inside a block; a run may have a face or size of its own. */
function runs(text: unknown): string {
  if (Array.isArray(text)) return text.map(runs).join('');
  if (typeof text !== 'object' || text === null) return escape(plain(text)).replaceAll('\n', '<br>');
  const node: Node = text;
  const own = style(node);
  return own === '' ? runs(node.text) : `<span style="${own}">${runs(node.text)}</span>`;
}

function table({ widths, body }: NonNullable<Node['table']>): string {
  const columns = widths.map((width) => `<col style="${widthOf(width)}">`).join('');
  const [head = [], ...rows] = body.map((row) => row.map(cell));
  const line = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
  return `<table><colgroup>${columns}</colgroup><thead>${line(head)}</thead><tbody>${rows.map(line).join('')}</tbody></table>`;
}

function cell(content: unknown): string {
  if (typeof content !== 'object' || content === null) return `<td>${escape(plain(content))}</td>`;
  const node: Node = content;
  return `<td style="${style(node)}">${inside(node)}</td>`;
}

function style(node: Node): string {
  const [left, top, right, bottom] = node.margin ?? [];
  const parts = [
    node.fontSize !== undefined && `font-size:${node.fontSize}pt`,
    node.lineHeight !== undefined && `line-height:${node.lineHeight}`,
    node.font !== undefined && `font-family:${node.font}-sc`,
    node.alignment !== undefined && `text-align:${node.alignment}`,
    node.color !== undefined && `color:${node.color}`,
    node.fillColor !== undefined && `background:${node.fillColor}`,
    node.leadingIndent !== undefined && `text-indent:${node.leadingIndent}pt`,
    node.margin !== undefined && `margin:${top ?? 0}pt ${right ?? 0}pt ${bottom ?? 0}pt ${left ?? 0}pt`,
    node.pageBreak === 'before' && 'break-before:page',
    node.unbreakable === true && 'break-inside:avoid',
    node.width !== undefined && `${widthOf(node.width)};flex:${node.width === '*' ? '1' : 'none'}`,
  ];
  return parts.filter((part) => part !== false).join(';');
}

function widthOf(width: unknown): string {
  return typeof width === 'number' ? `width:${width}pt` : '';
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
