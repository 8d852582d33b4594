import type { Content, ContentText } from 'pdfmake/interfaces';

/** Standard structure types of ISO 32000-1, 14.8.4, as far as our documents need them. */
export type TagType = 'Document' | 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Form';

/** A place of marked content: number of the page's object and of the mark on it. */
interface MarkedPlace {
  readonly page: number;
  readonly mark: number;
}

/** One element of the logical structure. It is made from the definition; drawing adds the places. */
export interface TagNode {
  readonly type: TagType;
  readonly children: TagNode[];
  readonly places: MarkedPlace[];
  /** Columns and rows a cell takes, where more than one. */
  readonly spans?: { readonly columns: number; readonly rows: number };
  /** Objects of a form field and of its page. */
  widget?: { readonly field: number; readonly page: number };
}

type Node = Record<string, unknown>;

export function newTag(type: TagType, spans?: TagNode['spans']): TagNode {
  return { type, children: [], places: [], ...(spans === undefined ? {} : { spans }) };
}

/** Puts a tag on every text, cell and field of the content, in reading order below `parent`. */
export function tagContent(content: Content, parent: TagNode): void {
  if (Array.isArray(content)) {
    for (const entry of content) tagContent(entry, parent);
  } else if (typeof content === 'object' && content !== null) tagNode(content as unknown as Node, parent);
}

function tagNode(node: Node, parent: TagNode): void {
  for (const key of ['stack', 'columns'] as const) {
    if (Array.isArray(node[key])) tagContent(node[key] as Content[], parent);
  }
  if (node['table'] !== undefined) tagTable(node['table'] as Node, parent);
  if (Array.isArray(node['canvas'])) tagFields(node['canvas'] as Node[], parent);
  if (node['text'] !== undefined) {
    const inCell = parent.type === 'TD' || parent.type === 'TH';
    // The text of a cell is the cell's own; a cell of several paragraphs has them as children.
    const own = inCell && node['ownText'] === true ? parent : newTag(textType(node));
    if (own !== parent) parent.children.push(own);
    node['tag'] = own;
    // pdfmake names a bookmark by the text itself, which may be a list of runs.
    if (node['outline'] === true) node['outlineText'] ??= plainText(node['text']);
  }
}

function plainText(text: unknown): string {
  if (Array.isArray(text)) return text.map(plainText).join('');
  return typeof text === 'object' && text !== null ? plainText((text as Node)['text']) : String(text);
}

/** A bookmark in the size of a title is the title; other bookmarks are headings. */
function textType(node: Node): TagType {
  if (node['outline'] !== true) return 'P';
  return Number(node['fontSize'] ?? 0) > titleFrom ? 'H1' : 'H2';
}

const titleFrom = 18;

function tagFields(canvas: readonly Node[], parent: TagNode): void {
  for (const vector of canvas) {
    if (vector['signatureField'] === undefined) continue;
    const field = newTag('Form');
    vector['tag'] = field;
    parent.children.push(field);
  }
}

function tagTable(table: Node, parent: TagNode): void {
  const element = newTag('Table');
  parent.children.push(element);
  const headers = Number(table['headerRows'] ?? 0);
  const covered = new Set<string>();
  const body = table['body'] as Content[][];
  body.forEach((cells, row) => {
    const line = newTag('TR');
    element.children.push(line);
    cells.forEach((cell, column) => {
      if (covered.size > 0 && covered.has(`${row} ${column}`)) return;
      const spans = spansOf(cell);
      const isWider = spans.columns * spans.rows > 1;
      if (isWider) coverCells(covered, row, column, spans);
      const tag = newTag(row < headers ? 'TH' : 'TD', isWider ? spans : undefined);
      line.children.push(tag);
      cells[column] = tagCell(cell, tag);
    });
  });
}

function tagCell(cell: Content, tag: TagNode): Content {
  const node: Node =
    typeof cell === 'object' && !Array.isArray(cell) ? (cell as unknown as Node) : asNode(cell);
  if (node['text'] !== undefined) node['ownText'] = true;
  tagNode(node, tag);
  return node as unknown as Content;
}

function asNode(cell: Exclude<Content, ContentText>): Node {
  return Array.isArray(cell) ? { stack: cell } : { text: cell };
}

function spansOf(cell: Content): { readonly columns: number; readonly rows: number } {
  const node = typeof cell === 'object' && cell !== null ? (cell as unknown as Node) : {};
  return { columns: Number(node['colSpan'] ?? 1), rows: Number(node['rowSpan'] ?? 1) };
}

/** pdfmake wants a placeholder for every place that a wider cell covers; those are no cells. */
function coverCells(
  covered: Set<string>,
  row: number,
  column: number,
  spans: { readonly columns: number; readonly rows: number },
): void {
  for (let down = 0; down < spans.rows; down += 1) {
    for (let right = 0; right < spans.columns; right += 1) covered.add(`${row + down} ${column + right}`);
  }
}

/** Without elements that hold nothing, e.g. a blank line; cells stay, because a table has them all. */
export function prunedTag(node: TagNode): TagNode | undefined {
  const children = node.children.flatMap((child) => prunedTag(child) ?? []);
  const isCell = node.type === 'TD' || node.type === 'TH';
  const isEmpty = children.length + node.places.length === 0 && node.widget === undefined;
  if (isEmpty && !isCell) return undefined;
  return { ...node, children };
}
