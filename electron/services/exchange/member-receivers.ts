import { openingRequestReceiver } from '../member/take-opening-request.ts';
import { receiptReceiver } from '../member/take-receipts.ts';
import { packageReceiver } from '../member/take-package.ts';
import type { Receivers } from './receivers.ts';

/** Letters that the office sends to a member's laptop. */
export const memberReceivers: Receivers = {
  package: packageReceiver,
  supplement: packageReceiver,
  receipt: receiptReceiver,
  'opening-request': openingRequestReceiver,
};
