import { answerReceiver, witnessReceiver } from '../opening/receive-answer.ts';
import { absencesReceiver } from './receive-absences.ts';
import { cardReceiver } from './receive-card.ts';
import { officeCopyReceiver } from './receive-office-copy.ts';
import { declarationReceiver } from './receive-declaration.ts';
import type { Receivers } from './receivers.ts';
import { sheetsReceiver } from './receive-sheets.ts';

/** Letters that members send to the office. */
export const officeReceivers: Receivers = {
  card: cardReceiver,
  'office-copy': officeCopyReceiver,
  sheets: sheetsReceiver,
  declaration: declarationReceiver,
  'absence-answer': absencesReceiver,
  'opening-answer': answerReceiver,
  witness: witnessReceiver,
};
