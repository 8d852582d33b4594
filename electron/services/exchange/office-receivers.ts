import type { Receivers } from './receivers.ts';

/** Letters that members send to the office. */
export const officeReceivers: Receivers = {};
