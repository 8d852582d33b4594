import type { Paragraph, Table } from 'docx';
import { drawnHeight, strokeOf } from './canvas.ts';
import { emptyParagraph, labelParagraph, plainPlace, textParagraph, type Place } from './paragraphs.ts';
import { inherit, marginOf, type Inherited, type PaperNode } from './style.ts';
import { bareTable, gridTable } from './table.ts';

export type Block = Paragraph | Table;

/** Anything of a paper as paragraphs and tables. */
export function blocksOf(content: unknown, style: Inherited, place: Place = plainPlace): Block[] {
  if (typeof content === 'string') {
    return content === '' ? [] : [textParagraph({ text: content }, style, place)];
  }
  if (Array.isArray(content)) return stackBlocks(content, style, place, false);
  if (typeof content !== 'object' || content === null) return [];
  const node = content as PaperNode;
  const breaks = place.pageBreak || node['pageBreak'] === 'before';
  const [left, before, right, after] = marginOf(node);
  const inner = { ...place, left: place.left + left, right: place.right + right, pageBreak: breaks };
  if (node['text'] !== undefined) return [textBlock(node, style, { ...place, pageBreak: breaks })];
  const own = inherit(style, node);
  const blocks = bodyOf(node, own, inner);
  if (blocks.length === 0) return [];
  return [...space(before, place), ...blocks, ...space(after, place)];
}

function bodyOf(node: PaperNode, style: Inherited, place: Place): Block[] {
  if (Array.isArray(node['stack']))
    return stackBlocks(node['stack'], style, place, node['unbreakable'] === true);
  if (Array.isArray(node['columns'])) return columnBlocks(node['columns'], style, place);
  if (typeof node['table'] === 'object') {
    const table = gridTable(node, style, place, blocksOf);
    return place.pageBreak ? [emptyParagraph(1, place), table] : [table];
  }
  if (Array.isArray(node['canvas'])) {
    return [emptyParagraph(drawnHeight(node['canvas']), place, strokeOf(node['canvas']))];
  }
  return [];
}

/** An empty text with a margin is a blank space. */
function textBlock(node: PaperNode, style: Inherited, place: Place): Paragraph {
  const [, before, , after] = marginOf(node);
  return node['text'] === '' && before + after > 0
    ? emptyParagraph(before + after, place)
    : textParagraph(node, style, place);
}

function stackBlocks(
  children: readonly unknown[],
  style: Inherited,
  place: Place,
  together: boolean,
): Block[] {
  return children.flatMap((child, index) =>
    blocksOf(child, style, {
      ...place,
      pageBreak: place.pageBreak && index === 0,
      keepNext: place.keepNext || (together && index < children.length - 1),
    }),
  );
}

function space(points: number, place: Place): Block[] {
  return points > 0 ? [emptyParagraph(points, { ...plainPlace, keepNext: place.keepNext })] : [];
}

function isText(node: PaperNode): boolean {
  return node['text'] !== undefined;
}

/** A label with its value, a block pushed to the right, or columns side by side in a table without rules. */
function columnBlocks(given: readonly unknown[], style: Inherited, place: Place): Block[] {
  const columns = given.map((column): PaperNode =>
    typeof column === 'object' && column !== null ? (column as PaperNode) : { text: column },
  );
  const [first = {}, second = {}] = columns;
  const firstWidth = first['width'];
  if (columns.length === 2 && typeof firstWidth === 'number' && isText(first) && isText(second)) {
    return [labelParagraph(first, second, firstWidth, style, place)];
  }
  const secondWidth = second['width'];
  if (columns.length === 2 && first['text'] === '' && typeof secondWidth === 'number') {
    return blocksOf(second, style, { ...place, left: place.left + style.width - secondWidth });
  }
  return [bareTable(columns, style, place, blocksOf)];
}
