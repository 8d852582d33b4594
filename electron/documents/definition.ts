import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { BoundData, PaperContent, PaperInputs, PaperKind, PdfInputs, PdfKind } from './data.ts';
import { handOverPaper } from './forms/hand-over.ts';
import { lettersPaper } from './forms/letters.ts';
import { noticePaper } from './forms/notice.ts';
import { opinionFormPaper } from './forms/opinion-form.ts';
import { rankingPaper } from './forms/ranking.ts';
import { ruleCardPaper } from './forms/rule-card.ts';
import { scoreSheetsPaper } from './forms/score-sheets.ts';
import { signInPaper } from './forms/sign-in.ts';
import { withBookmarks } from './layout/bookmarks.ts';
import { boundDocument, paperDocument, type Paper } from './layout/page.ts';
import { documentTitle, paragraph } from './layout/text.ts';
import { minutesPaper } from './minutes/minutes.ts';

type Papers = { readonly [Kind in PaperKind]: (data: PaperInputs[Kind]) => Paper };

const papers: Papers = {
  minutes: minutesPaper,
  notice: noticePaper,
  letters: lettersPaper,
  'score-sheets': scoreSheetsPaper,
  'sign-in': signInPaper,
  'rule-card': ruleCardPaper,
  'opinion-form': opinionFormPaper,
  ranking: rankingPaper,
  'hand-over': handOverPaper,
};

/** A document from its data, before it becomes PDF or DOCX. */
export function paperOf<Kind extends PaperKind>(kind: Kind, data: PaperInputs[Kind]): Paper {
  return papers[kind](data);
}

/** Turns the data of a PDF into pdfmake's definition. */
export function definitionOf<Kind extends PdfKind>(kind: Kind, data: PdfInputs[Kind]): TDocumentDefinitions {
  if (isBound(kind, data)) return boundVolume(data);
  return paperDocument(withBookmarks(paperOf(kind as PaperKind, data as PaperInputs[PaperKind])));
}

function isBound(kind: PdfKind, _data: PdfInputs[PdfKind]): _data is BoundData {
  return kind === 'everything';
}

/** A list of the parts, then every part on its own pages. */
function boundVolume(data: BoundData): TDocumentDefinitions {
  const content: Content[] = [
    documentTitle(data.title),
    ...data.parts.map(({ title }, index) => paragraph(`${index + 1}. ${title}`)),
  ];
  const first: Paper = { frame: data, setting: { kind: 'official', title: data.title }, content };
  return boundDocument(
    withBookmarks(first),
    data.parts.map(({ title, content: part }, index) =>
      withBookmarks(paperOfPart(part), { id: `part-${index + 1}`, title }),
    ),
  );
}

function paperOfPart<Kind extends PaperKind>(part: PaperContent & { readonly kind: Kind }): Paper {
  return paperOf<Kind>(part.kind, part.data as PaperInputs[Kind]);
}
