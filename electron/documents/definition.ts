import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PdfInputs, PdfKind } from './data.ts';
import { handoverRegisterDefinition } from './forms/handover-register.ts';
import { noticeDefinition } from './forms/notice.ts';
import { opinionFormDefinition } from './forms/opinion-form.ts';
import { ruleCardDefinition } from './forms/rule-card.ts';
import { scoreSheetsDefinition } from './forms/score-sheets.ts';
import { signInDefinition } from './forms/sign-in.ts';
import { minutesDefinition } from './minutes/minutes.ts';

type Definitions = { readonly [Kind in PdfKind]: (data: PdfInputs[Kind]) => TDocumentDefinitions };

const definitions: Definitions = {
  minutes: minutesDefinition,
  notice: noticeDefinition,
  'score-sheets': scoreSheetsDefinition,
  'sign-in': signInDefinition,
  'rule-card': ruleCardDefinition,
  'opinion-form': opinionFormDefinition,
  'handover-register': handoverRegisterDefinition,
};

/** Turns the data of a document into pdfmake's definition. */
export function definitionOf<Kind extends PdfKind>(kind: Kind, data: PdfInputs[Kind]): TDocumentDefinitions {
  return definitions[kind](data);
}
