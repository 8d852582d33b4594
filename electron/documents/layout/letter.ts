import type { Content } from 'pdfmake/interfaces';
import type { OfficialHead } from '../data.ts';
import { officialHead } from './head.ts';
import { bodySize } from './page.ts';
import { blank, paragraph } from './text.ts';

/** The red head, or on plain paper the number alone (flush right above the title); nothing without both. */
export function letterHead(data: {
  readonly head?: OfficialHead | undefined;
  readonly number: string;
}): Content[] {
  if (data.head !== undefined) return officialHead(data.head);
  return data.number === '' ? [] : [{ text: data.number, alignment: 'right' }, blank(0.5)];
}

/**
 * The last paragraphs, further lines and the issuer with the date. The seal never stands on a page without
 * text: the issuer stays with the last paragraph before it.
 */
export function sealedEnd(
  paragraphs: readonly string[],
  lines: readonly Content[],
  signed: { readonly issuer: string; readonly date: string },
): Content[] {
  const free = lines.length > 0 ? paragraphs : paragraphs.slice(0, -1);
  const kept = lines.length > 0 ? lines : paragraphs.slice(-1).map(paragraph);
  return [
    ...free.map(paragraph),
    { stack: [...kept, blank(1.5), issuerBlock(signed.issuer, signed.date)], unbreakable: true },
  ];
}

/** With seal: the date ends four characters from the right, the issuer is centred on it (7.3.5.1). */
function issuerBlock(issuer: string, date: string): Content {
  const width = Math.max(issuer.length, date.length) * bodySize;
  return {
    columns: [
      { width: '*', text: '' },
      { width, stack: [issuer, date].map((text) => ({ text, alignment: 'center' as const })) },
    ],
    margin: [0, 0, 4 * bodySize, 0],
  };
}
