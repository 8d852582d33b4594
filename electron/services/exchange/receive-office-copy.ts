import { freezingOf } from '../../database/reviews.ts';
import type { Receiver } from './receivers.ts';

/** The office's own copy on its way to a carrier comes back to its maker: nothing is taken in. */
export const officeCopyReceiver: Receiver = {
  senderKey: ({ db }, _kid, { review }) => freezingOf(db, review)?.authority_public,
  receive: async ({ session }, { parts }) => {
    for await (const part of parts) for await (const chunk of part.bytes) void chunk;
    return { outcome: 'already', party: session.person?.name ?? '', reason: 'own-copy', values: {} };
  },
};
