import { seatOfPerson } from '../../database/seats.ts';
import { CARD_PART, readCard } from '../../exchange/card.ts';
import { readSinglePart } from '../../exchange/opening-parts.ts';
import { refused } from '../../exchange/parts.ts';
import { keepCard } from '../enrol/judge-card.ts';
import type { Received, Receiver } from './receivers.ts';

/** A card introduces its own key: the letter is believed to be from who made the card, and nothing more. */
export const cardReceiver: Receiver = {
  senderKey: (context, _kid, { review }, introduced) => {
    const personId = context.session.person?.personId;
    const seat = personId === undefined ? undefined : seatOfPerson(context.db, review, personId);
    if (seat?.role !== 'secretary') throw refused('other-review');
    return introduced;
  },
  receive: async (task, { manifest, parts }) => {
    const checked = readCard(await readSinglePart(parts, CARD_PART));
    return task.commit((context): Received => {
      const outcome = keepCard(context, manifest.review, checked);
      const reason = outcome === 'already' ? 'already' : 'card-waits';
      return { outcome, party: checked.card.name, reason, values: { name: checked.card.name } };
    });
  },
};
