import type { Content, ContentText } from 'pdfmake/interfaces';
import { bodySize, linePitch, titleSize } from './page.ts';

const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 1..99 as a Chinese numeral: 一, 十, 十二, 二十, 三十一. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens] ?? tens)}十`;
  return head + (ones === 0 && tens > 0 ? '' : (numerals[ones] ?? ones));
}

/** A run that is drawn with a thin outline, close to 小标宋; `patch.ts` looks for the mark. */
export function heavy(text: string): Content {
  const run = { text, heavy: true };
  return [run];
}

/** 2号, centred, with a blank line below (GB/T 9704-2012, 7.3.1). */
export function documentTitle(text: string): ContentText {
  return {
    text: heavy(balanceTitle(text)),
    fontSize: titleSize,
    lineHeight: 36 / titleSize,
    alignment: 'center',
    margin: [0, 0, 0, linePitch * 0.7],
    outline: true,
  };
}

/** Numbers its headings 一、二、… in the order of calling. */
export function createHeadings(): (text: string) => ContentText {
  let count = 0;
  return (text) => {
    count += 1;
    return {
      text: `${chineseNumber(count)}、${text}`,
      font: 'sans',
      leadingIndent: 2 * bodySize,
      headlineLevel: 1,
      outline: true,
    };
  };
}

/** Characters of a title on one line of the type area. */
const titleCharacters = 20;

/** Breaks a long title between words into lines of like length, so that no single character hangs over. */
export function balanceTitle(text: string): string {
  const lines = Math.ceil(text.length / titleCharacters);
  if (lines < 2 || text.includes('\n')) return text;
  const target = text.length / lines;
  const starts = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
    .filter(({ segment }) => !/^[的、，）》]/u.test(segment))
    .map(({ index }) => index);
  const distance = (index: number): number => Math.abs(index - target);
  const cut = starts.reduce((best, index) => (distance(index) < distance(best) ? index : best), 0);
  if (cut === 0) return text;
  return `${text.slice(0, cut)}\n${balanceTitle(text.slice(cut))}`;
}

/** One paragraph, two characters indented, both edges even unless a long Latin word would tear a line. */
export function paragraph(text: string): ContentText {
  const alignment = /[!-~]{12,}/u.test(text) ? 'left' : 'justify';
  return { text, leadingIndent: 2 * bodySize, alignment };
}

/** A sentence that leads to a table or list and doesn't part from it. */
export function leading(text: string): ContentText {
  return { ...paragraph(text), headlineLevel: 2 };
}

/** Paragraphs numbered （一）… or 1. … ; a single one stands without a number. */
export function numbered(texts: readonly string[], style: 'paren' | 'arabic' = 'arabic'): Content[] {
  if (texts.length === 1) return texts.map(paragraph);
  return texts.map((text, index) =>
    paragraph(style === 'paren' ? `（${chineseNumber(index + 1)}）${text}` : `${index + 1}. ${text}`),
  );
}

/** A label in 黑体 and its value beside it, wrapped under itself. */
export function labelled(label: string, value: string, characters = 5): Content {
  return {
    columns: [
      { width: (characters + 1) * bodySize, text: label === '' ? '' : `${label}：`, font: 'sans' },
      { width: '*', text: value },
    ],
    margin: [2 * bodySize, 0, 0, 0],
  };
}

/** A blank space of some body lines. */
export function blank(lines: number): Content {
  return { text: '', fontSize: 1, lineHeight: 1, margin: [0, 0, 0, linePitch * lines] };
}

/** Groups of four, as a fingerprint is read aloud. */
export function groupHex(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/gu, '$1 ');
}
