import type { PdfKitDocument } from './kit.ts';
import { prunedTag } from './tags.ts';
import type { TagNode } from './tags.ts';

/**
 * Writes the structure tree (ISO 32000-1, 14.7) and names it in the catalog. Elements are written as compact
 * text in one piece: a thousand enterprises have a hundred thousand cells. `owners` is by key: the tags of a
 * page's marks in their order, or the one tag of a field.
 */
export function writeStructure(
  document: PdfKitDocument,
  root: TagNode,
  owners: readonly (TagNode | readonly TagNode[])[],
): void {
  const whole = prunedTag(root);
  if (whole === undefined) return;
  const tree = document.ref({ Type: 'StructTreeRoot' });
  const ids = new Map<TagNode['places'], number>();
  numberElements(whole, document._offsets, ids);
  const parts: string[] = [];
  let at = document._offset;
  const write = (node: TagNode, parent: number): void => {
    const id = ids.get(node.places) ?? 0;
    const text = `${id} 0 obj\n${elementText(node, parent, ids)}\nendobj\n`;
    document._offsets[id - 1] = at;
    at += text.length;
    parts.push(text);
    for (const child of node.children) write(child, id);
  };
  write(whole, tree.id);
  document._write(Buffer.from(parts.join(''), 'latin1'));
  const numbers = owners.map((owner) =>
    'type' in owner ? (ids.get(owner.places) ?? 0) : owner.map(({ places }) => ids.get(places) ?? 0),
  );
  Object.assign(tree.data, {
    K: new Written(`[${ids.get(whole.places) ?? 0} 0 R]`),
    ParentTree: new Written(parentTree(numbers)),
    ParentTreeNextKey: numbers.length,
  });
  // pdfkit ends both with the document.
  document._root.data['StructTreeRoot'] = tree;
  document._root.data['MarkInfo'] = document.ref({ Marked: true });
}

/** Syntax of our own: what pdfkit doesn't know as an object it writes as its text. */
class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  get [Symbol.toStringTag](): string {
    return 'Written';
  }
  toString(): string {
    return this.text;
  }
}

/** Pruning copies nodes but keeps their list of places, so that list is a node's identity. */
function numberElements(
  node: TagNode,
  offsets: (number | null)[],
  ids: Map<TagNode['places'], number>,
): void {
  offsets.push(null);
  ids.set(node.places, offsets.length);
  for (const child of node.children) numberElements(child, offsets, ids);
}

function elementText(node: TagNode, parent: number, ids: ReadonlyMap<TagNode['places'], number>): string {
  const [first] = node.places;
  const page = first === undefined ? '' : `/Pg ${first.page} 0 R`;
  const own = node.places.map(({ page: place, mark }) =>
    place === first?.page ? `${mark}` : `<</Type/MCR/Pg ${place} 0 R/MCID ${mark}>>`,
  );
  const widget = node.widget && `<</Type/OBJR/Obj ${node.widget.field} 0 R/Pg ${node.widget.page} 0 R>>`;
  const kids = [
    ...own,
    ...(widget ? [widget] : []),
    ...node.children.map((child) => `${ids.get(child.places)} 0 R`),
  ];
  const list = kids.length === 1 ? ` ${kids[0]}` : `[${kids.join(' ')}]`;
  return `<</S/${node.type}/P ${parent} 0 R${page}${kids.length === 0 ? '' : `/K${list}`}${attributes(node)}>>`;
}

function attributes({ type, spans }: TagNode): string {
  const scope = type === 'TH' ? '/Scope/Column' : '';
  const columns = spans && spans.columns > 1 ? `/ColSpan ${spans.columns}` : '';
  const rows = spans && spans.rows > 1 ? `/RowSpan ${spans.rows}` : '';
  const all = scope + columns + rows;
  return all === '' ? '' : `/A<</O/Table${all}>>`;
}

/** A page's marks as a list, a field's element alone; the key is the place in the order. */
function parentTree(entries: readonly (number | readonly number[])[]): string {
  const rows = entries.map((entry, key) => {
    if (typeof entry === 'number') return `${key} ${entry} 0 R`;
    return `${key}[${entry.map((id) => `${id} 0 R`).join(' ')}]`;
  });
  return `<</Nums[${rows.join('\n')}]>>`;
}
