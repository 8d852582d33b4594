import type { Content } from 'pdfmake/interfaces';
import { keepAll, mapContent } from '../pdf/walk.ts';
import type { Paper } from './page.ts';

/** The text of a node without its runs; a line break of a long title is none here. */
function plainText(text: unknown): string {
  if (typeof text === 'string') return text.replaceAll('\n', '');
  if (Array.isArray(text)) return text.map(plainText).join('');
  return typeof text === 'object' && text !== null && 'text' in text ? plainText(text.text) : '';
}

/**
 * Names the bookmarks of a paper: by its own title where a part of a volume, with its headings below it. pdfmake
 * would write a text of several runs as an object.
 */
export function withBookmarks(paper: Paper, part?: { readonly id: string; readonly title: string }): Paper {
  let first = part;
  const content = paper.content.map((entry): Content =>
    mapContent(entry, 'serif', {
      ...keepAll,
      node: (node) => {
        if (node['outline'] !== true) return node;
        const named = { outlineText: plainText(node['text']), ...node };
        if (part === undefined) return named;
        if (first === undefined) return { ...named, outlineParentId: part.id };
        first = undefined;
        return { ...named, id: part.id, outlineText: part.title };
      },
    }),
  );
  return { ...paper, content };
}
