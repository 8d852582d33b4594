import type { Line, PdfKitDocument, PdfReference } from './kit.ts';
import type { TagNode } from './tags.ts';

interface Bookmark {
  readonly title: string;
  readonly level: number;
  readonly target: readonly unknown[];
}

const bookmarks = new WeakMap<PdfKitDocument, Bookmark[]>();

/** Notes a bookmark at the top of the line; a title is above the headings that follow it. */
export function addBookmark(document: PdfKitDocument, line: Line, tag: TagNode | undefined, y: number): void {
  const { _outline: outline } = line;
  if (outline === undefined) return;
  const level = tag?.type === 'H1' ? 1 : 2;
  const top = Math.round((document.page.height - y + 4) * 100) / 100;
  const target = [document.page.dictionary, 'XYZ', 0, top, null];
  const title = outline.text.replaceAll(/\s*\n\s*/gu, '');
  bookmarks.set(document, [...(bookmarks.get(document) ?? []), { title, level, target }]);
}

/**
 * Writes the outline and names it in the catalog. pdfkit's own points to the right edge of the page and
 * counts only the first level.
 */
export function finishBookmarks(document: PdfKitDocument): void {
  const all = bookmarks.get(document);
  if (all === undefined) return;
  const root = document.ref({ Type: 'Outlines', Count: all.length });
  const items = all.map(({ title, target }) => document.ref({ Title: new String(title), Dest: target }));
  const parents = all.map(({ level }, index) => parentOf(all, index, level));
  link(root, items, parents, -1);
  items.forEach((item, index) => link(item, items, parents, index));
  for (const item of [root, ...items]) item.end();
  document._root.data['Outlines'] = root;
  document._root.data['PageMode'] = 'UseOutlines';
}

/** The last bookmark before it of a higher level; -1 is the root. */
function parentOf(all: readonly Bookmark[], index: number, level: number): number {
  return all.slice(0, index).findLastIndex((earlier) => earlier.level < level);
}

function link(
  parent: PdfReference,
  items: readonly PdfReference[],
  parents: readonly number[],
  number: number,
): void {
  const children = items.filter((_item, index) => parents[index] === number);
  if (children.length === 0) return;
  Object.assign(parent.data, { First: children[0], Last: children.at(-1) });
  if (number >= 0) parent.data['Count'] = children.length;
  children.forEach((child, index) => {
    child.data['Parent'] = parent;
    if (index > 0) child.data['Prev'] = children[index - 1];
    if (index + 1 < children.length) child.data['Next'] = children[index + 1];
  });
}
