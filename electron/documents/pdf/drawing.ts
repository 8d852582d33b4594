import type { PdfKitDocument, PdfPage } from './kit.ts';
import { newTag } from './tags.ts';
import type { TagNode } from './tags.ts';

/** What can be asked of a page while it is drawn: its marks, and the graphics state that stands. */
export interface Drawing {
  readonly root: TagNode;
  /** By key of the parent tree: tags of a page's marks in their order, or the tag of a field. */
  readonly owners: (TagNode | TagNode[])[];
  /** Everything from here on belongs to the tag, or to no content (header, rules) when undefined. */
  readonly mark: (tag: TagNode | undefined) => void;
  /** Ends the open mark, e.g. before the graphics state is saved. */
  readonly endMark: () => void;
  /** Operators of the page, and the same only where the state isn't so yet. */
  readonly add: (operators: string) => void;
  readonly set: (what: 'fill' | 'stroke' | 'width', operators: string) => void;
  /** Somebody else changed the graphics state. */
  readonly forget: () => void;
}

const drawings = new WeakMap<PdfKitDocument, Drawing>();
let rootOfNext: TagNode = newTag('Document');

/** Names the tree that the next document of this thread fills. */
export function expectTags(root: TagNode): void {
  rootOfNext = root;
}

export function drawingOf(document: PdfKitDocument): Drawing {
  const drawing = drawings.get(document) ?? startDrawing(document, rootOfNext);
  drawings.set(document, drawing);
  return drawing;
}

function startDrawing(document: PdfKitDocument, root: TagNode): Drawing {
  const owners: (TagNode | TagNode[])[] = [];
  const state = new Map<string, string>();
  let page: PdfPage | undefined;
  let tags: TagNode[] = [];
  let open: TagNode | 'artifact' | undefined;
  const turnPage = (): void => {
    if (page === document.page) return;
    page = document.page;
    open = undefined;
    state.clear();
    tags = [];
    page.dictionary.data['StructParents'] = owners.push(tags) - 1;
    page.dictionary.data['Tabs'] = 'S';
  };
  const add = (operators: string): void => void document.addContent(operators);
  const endMark = (): void => {
    turnPage();
    if (open !== undefined) add('EMC');
    open = undefined;
  };
  const mark = (tag: TagNode | undefined): void => {
    turnPage();
    if (open === (tag ?? 'artifact')) return;
    endMark();
    open = tag ?? 'artifact';
    if (tag === undefined) return add('/Artifact BMC');
    const number = tags.push(tag) - 1;
    tag.places.push({ page: document.page.dictionary.id, mark: number });
    add(`/${tag.type}<</MCID ${number}>>BDC`);
  };
  const set = (what: string, operators: string): void => {
    if (state.get(what) === operators) return;
    state.set(what, operators);
    add(operators);
  };
  return { root, owners, mark, endMark, add, set, forget: () => state.clear() };
}

/** Hundredths of a point are finer than any printer; thousandths keep sums of many. */
export function figure(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

const names: Readonly<Record<string, string>> = { black: '000000', white: 'ffffff' };

/** `r g b` of a colour that pdfmake knows as `#rrggbb` or a plain name; undefined for any other. */
export function colourOf(colour: unknown): string | undefined {
  if (colour === undefined || colour === null) return '0 0 0';
  if (typeof colour !== 'string') return undefined;
  const hex = names[colour] ?? /^#([0-9a-f]{6})$/iu.exec(colour)?.[1];
  return hex === undefined ? undefined : rgb(hex);
}

const known = new Map<string, string>();

function rgb(hex: string): string {
  const found = known.get(hex);
  if (found !== undefined) return found;
  const parts = [0, 2, 4].map((at) => figure(parseInt(hex.slice(at, at + 2), 16) / 255));
  known.set(hex, parts.join(' '));
  return parts.join(' ');
}
