import type { LayoutInline } from './inlines.ts';
import { NewLine } from './libraries.ts';
import { widthOf } from './widths.ts';

interface Line {
  readonly inlines: readonly LayoutInline[];
  lastLineInParagraph?: boolean;
  addInline: (inline: LayoutInline) => void;
  getAvailableWidth: () => number;
  hasEnoughSpaceForInline: (inline: LayoutInline, next: readonly LayoutInline[]) => boolean;
}

export interface Builder {
  readonly writer: { readonly context: () => { readonly availableWidth: number } };
  buildNextLine: (this: Builder, node: { _inlines?: LayoutInline[] }) => Line | null;
}

/**
 * pdfmake copies the rest of the paragraph for every piece of a line, cuts pieces in place, and may cut a
 * character of a supplementary plane in two. Otherwise this is its `buildNextLine`.
 */
export function buildLinesQuickly(builder: Builder): void {
  const LineClass = NewLine as new (width: number) => Line;
  builder.buildNextLine = function buildNextLineQuickly({ _inlines: rest = [] }) {
    if (rest.length === 0) return null;
    const line = new LineClass(this.writer.context().availableWidth);
    let taken = 0;
    let cut: LayoutInline | undefined;
    let goesOn = false;
    for (let inline = rest[0]; inline !== undefined && cut === undefined; inline = rest[taken]) {
      if (!goesOn && !line.hasEnoughSpaceForInline(inline, wordAfter(rest, taken))) break;
      const [head, tail] = cutToFit(inline, line.getAvailableWidth());
      line.addInline(head);
      taken += 1;
      cut = tail;
      goesOn = head.noNewLine && tail === undefined;
    }
    rest.splice(0, taken, ...(cut === undefined ? [] : [cut]));
    line.lastLineInParagraph = rest.length === 0;
    return line;
  };
}

const nothing: readonly LayoutInline[] = [];

/** The pieces that belong to the same word; pdfmake looks no further. */
function wordAfter(rest: readonly LayoutInline[], at: number): readonly LayoutInline[] {
  if (rest[at]?.noNewLine !== true) return nothing;
  let end = at + 1;
  while (rest[end]?.noNewLine === true) end += 1;
  return rest.slice(at + 1, end + 1);
}

/** A piece wider than what is left of the line is cut by force. */
function cutToFit(
  inline: LayoutInline,
  available: number,
): readonly [LayoutInline, LayoutInline | undefined] {
  if (inline.noWrap === true || inline.text.length <= 1 || inline.width <= available)
    return [inline, undefined];
  const letters = Array.from(inline.text);
  const fits = (count: number): boolean => widthOf(letters.slice(0, count).join(''), inline) <= available;
  let [count, beyond] = [1, letters.length + 1];
  while (beyond - count > 1) {
    const middle = Math.floor((count + beyond) / 2);
    if (fits(middle)) count = middle;
    else beyond = middle;
  }
  if (count >= letters.length) return [inline, undefined];
  const part = (text: string): LayoutInline => ({ ...inline, text, width: widthOf(text, inline) });
  return [part(letters.slice(0, count).join('')), part(letters.slice(count).join(''))];
}
