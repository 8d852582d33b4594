import { z } from 'zod';
import { count, identifier, ofReview, passphrase } from '../schema/common.ts';
import { command, task } from './method.ts';

/** A member's own laptop or bureau seat. */
export const memberMethods = {
  /**
   * Packs the review for members who are elsewhere, each without what the member is recused from, and puts
   * the letters into the outbox; null: for all of them. A supplement carries only materials not sent before.
   */
  'package.make': task(
    ofReview.extend({
      seatIds: z.array(identifier).min(1).max(200).nullable(),
      kind: z.enum(['package', 'supplement']),
    }),
    z.object({ made: count }),
    ['exchange', 'reviews', 'record'],
  ),
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
