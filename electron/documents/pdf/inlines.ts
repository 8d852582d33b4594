import type { Inline, PdfFont } from './kit.ts';
import { LineBreaker } from './libraries.ts';
import type { TextStyle } from './text-style.ts';
import { widthOf } from './widths.ts';

/** A stretch of text in one font and style. */
export interface Run {
  readonly text: string;
  readonly style: TextStyle;
  readonly font: PdfFont;
  readonly heavy: boolean;
}

/** What pdfmake's layout keeps of a piece that doesn't break, e.g. one Chinese character. */
export interface LayoutInline extends Inline {
  x: number;
  readonly leadingCut: number;
  readonly trailingCut: number;
  readonly height: number;
  readonly lineEnd: boolean;
  noNewLine: boolean;
  readonly noWrap: boolean | null;
}

interface Word {
  readonly text: string;
  readonly lineEnd: boolean;
}

/** Digits and points have no place to break; most cells of a table are of them. */
const unbroken = /^[\d.]+$/u;

/** Where the text may break (UAX 14), by the library that pdfmake brings. */
function wordsOf(text: string, noWrap: boolean): Word[] {
  if (noWrap || text === '' || unbroken.test(text)) return [{ text, lineEnd: false }];
  const breaks = new LineBreaker(text);
  const words: Word[] = [];
  let start = 0;
  for (let next = breaks.nextBreak(); next !== null; next = breaks.nextBreak()) {
    const word = text.slice(start, next.position);
    const lineEnd = next.required || word.endsWith('\n');
    words.push({ text: lineEnd ? word.replace(/\n$/u, '') : word, lineEnd });
    start = next.position;
  }
  return words;
}

/** True when the end of one run and the start of the next belong to one word. */
function isOneWord(left: Word | undefined, right: Word | undefined): boolean {
  if (left === undefined || right === undefined || left.lineEnd) return false;
  const end = wordsOf(left.text, false).at(-1);
  const start = wordsOf(right.text, false)[0];
  if (end === undefined || start === undefined) return false;
  return wordsOf(end.text + start.text, false).length === 1;
}

/** All pieces of a text with their sizes, as pdfmake's `TextInlines.buildInlines` gives them. */
export function inlinesOf(runs: readonly Run[]): LayoutInline[] {
  const inlines: LayoutInline[] = [];
  let last: Word | undefined;
  for (const run of runs) {
    const words = wordsOf(run.text, run.style.noWrap === true);
    const before = inlines.at(-1);
    if (before !== undefined && isOneWord(last, words[0])) before.noNewLine = true;
    for (const word of words)
      inlines.push(inlineOf(run, word, inlines.length === 0 ? run.style.leadingIndent : 0));
    last = words.at(-1);
  }
  return inlines;
}

/** Always the same properties in the same order: there is one of these for every character of a document. */
function inlineOf({ style, font, heavy }: Run, { text, lineEnd }: Word, indent: number): LayoutInline {
  const fontSize = style.sup || style.sub ? style.fontSize * 0.58 : style.fontSize;
  const sized = {
    font,
    fontSize,
    fontFeatures: style.fontFeatures,
    characterSpacing: style.characterSpacing,
  };
  const leading = style.preserveLeadingSpaces ? '' : (/^\s+/u.exec(text)?.[0] ?? '');
  const trailing = style.preserveTrailingSpaces ? '' : (/\s+$/u.exec(text)?.[0] ?? '');
  return {
    text,
    font,
    fontSize,
    width: widthOf(text, sized),
    height: ((880 + 120) / 1000) * fontSize * style.lineHeight,
    x: 0,
    leadingCut: (leading === '' ? 0 : widthOf(leading, sized)) - indent,
    trailingCut: trailing === '' ? 0 : widthOf(trailing, sized),
    lineEnd,
    noNewLine: false,
    noWrap: style.noWrap,
    alignment: style.alignment,
    color: style.color,
    opacity: style.opacity,
    heavy,
    tag: undefined,
    drawn: false,
    fontFeatures: style.fontFeatures,
    characterSpacing: style.characterSpacing,
    decoration: style.decoration,
    decorationColor: style.decorationColor,
    decorationStyle: style.decorationStyle,
    decorationThickness: style.decorationThickness,
    background: style.background,
    link: style.link,
    linkToPage: style.linkToPage,
    linkToDestination: style.linkToDestination,
    sup: style.sup,
    sub: style.sub,
  };
}

/** The widest piece, and the widest line without any break, both without spaces at their ends. */
export function extent(inlines: readonly LayoutInline[], noWrap: boolean): { least: number; most: number } {
  let [least, most, width, start] = [0, 0, 0, 0];
  let isFirst = true;
  for (const inline of inlines) {
    least = Math.max(least, inline.width - inline.leadingCut - inline.trailingCut);
    if (isFirst) [width, start] = [0, inline.leadingCut];
    width += inline.width;
    most = Math.max(most, width - start - inline.trailingCut);
    isFirst = inline.lineEnd;
  }
  return { least: noWrap ? most : least, most };
}
