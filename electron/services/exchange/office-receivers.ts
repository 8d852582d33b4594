import { answerReceiver, witnessReceiver } from '../opening/receive-answer.ts';
import type { Receivers } from './receivers.ts';
import { sheetsReceiver } from './receive-sheets.ts';

/** Letters that members send to the office. */
export const officeReceivers: Receivers = {
  sheets: sheetsReceiver,
  'opening-answer': answerReceiver,
  witness: witnessReceiver,
};
