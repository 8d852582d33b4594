import type { Receivers } from './receivers.ts';

/** Letters that the office sends to a member's laptop. */
export const memberReceivers: Receivers = {};
