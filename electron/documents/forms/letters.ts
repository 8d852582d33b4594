import type { Content } from 'pdfmake/interfaces';
import type { LettersData, ResultLetter } from '../data.ts';
import { letterHead, sealedEnd } from '../layout/letter.ts';
import type { Paper } from '../layout/page.ts';
import { documentTitle, paragraph } from '../layout/text.ts';

/** 评审结果通知书, each on its own paper, with a bookmark that names the enterprise. */
export function lettersPaper(data: LettersData): Paper {
  const content = data.letters.map((letter, index): Content => ({
    stack: letterContent(letter),
    ...(index === 0 ? {} : { pageBreak: 'before' as const }),
  }));
  return { frame: data, setting: { kind: 'official', title: data.title }, content };
}

/** The addressee stands flush left below the title (GB/T 9704-2012, 7.3.2). */
function letterContent(letter: ResultLetter): Content[] {
  return [
    ...letterHead(letter),
    { ...documentTitle(letter.title), outlineText: letter.enterprise },
    ...(letter.addressee === '' ? [] : [{ text: letter.addressee }]),
    ...letter.opening.map(paragraph),
    ...sealedEnd(letter.closing, [], letter),
  ];
}
