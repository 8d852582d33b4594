import { z } from 'zod';
import { identifier, nothing } from '../schema/common.ts';
import {
  carrierChoice,
  carrierSettings,
  exchangeState,
  folderListing,
  ofExchange,
  outboxLetter,
  registerLine,
  takenFile,
} from '../schema/exchange.ts';
import { command, query, task } from './method.ts';

/** Many laptops: carriers, the drop box, letters in and out, the hand-over register. */
export const exchangeMethods = {
  /** Null before anybody chose. */
  'carrier.get': query(ofExchange, carrierSettings.nullable()),
  'carrier.set': command(ofExchange.extend({ choice: carrierChoice }), carrierSettings, ['exchange']),
  /** The folders below one, for people who don't type paths; null: home, desktop, plugged-in media. */
  'carrier.folders': query(z.object({ path: z.string().max(1000).nullable() }), folderListing),

  'exchange.state': query(ofExchange, exchangeState.extend({ outbox: z.array(outboxLetter) })),
  /** Hands over what waits, takes in what came for the unlocked person. The page calls it every few seconds. */
  'exchange.sync': task(
    ofExchange,
    exchangeState.extend({ sent: z.number().int(), taken: z.array(takenFile) }),
  ),
  /** The same for files that a person dropped on the page, in any order. */
  'exchange.deliver': task(
    ofExchange.extend({ uploadIds: z.array(identifier).min(1).max(8) }),
    z.object({ files: z.array(takenFile) }),
  ),
  /** Notes that letters were downloaded (`/files/outbox-<id>`) and given away by hand. */
  'exchange.handOut': command(ofExchange.extend({ ids: z.array(identifier).min(1).max(500) }), nothing, [
    'exchange',
  ]),
  'register.list': query(ofExchange, z.array(registerLine)),
};
