import { z } from 'zod';
import { identifier, ofReview, passphrase } from '../schema/common.ts';
import { command } from './method.ts';

/** A member's own laptop or bureau seat. */
export const memberMethods = {
  /**
   * After five wrong PINs the secretary lets a member try again: at once where the seat is on this laptop,
   * otherwise by a file in the outbox.
   */
  'panel.allowPin': command(
    ofReview.extend({ seatId: identifier, passphrase }),
    z.object({ elsewhere: z.boolean() }),
    ['session', 'panel', 'record', 'exchange'],
  ),
  /** That file, on the seat's laptop, where nobody is unlocked. */
  'seat.takeUnlock': command(z.object({ uploadId: identifier }), z.object({ name: z.string() }), ['session']),
};
