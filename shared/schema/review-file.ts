import { z } from 'zod';

const identifierText = z.string().min(1).max(200);
const pair = z.tuple([identifierText, identifierText]);

/** A vote is an order, so no dossier can stand in it twice; the error is a key of `shared/text`. */
const vote = z
  .array(identifierText)
  .refine((order) => new Set(order).size === order.length, { error: 'json-vote-repeated' })
  .meta({ uniqueItems: true });

/** `review.json`: what belongs to the round and not to the scheme. Pairs are member, dossier. */
export const reviewFileShape = z.strictObject({
  preferred: z.array(identifierText).optional(),
  ineligible: z.array(identifierText).optional(),
  votes: z.array(vote).optional(),
  members: z.array(identifierText).optional(),
  recused: z.array(pair).optional(),
  absent: z.array(pair).optional(),
});

export type ReviewFile = z.infer<typeof reviewFileShape>;
