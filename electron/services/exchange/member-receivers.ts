import { packageReceiver } from '../member/take-package.ts';
import type { Receivers } from './receivers.ts';

/** Letters that the office sends to a member's laptop. */
export const memberReceivers: Receivers = {
  package: packageReceiver,
  supplement: packageReceiver,
};
