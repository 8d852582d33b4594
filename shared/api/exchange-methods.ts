import { z } from 'zod';
import { identifier, nothing, ofReview } from '../schema/common.ts';
import {
  boxAddress,
  carrierChoice,
  carrierSettings,
  dropBoxState,
  exchangeState,
  folderListing,
  meetingCode,
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

  /** 局域网收件箱: `address` null listens in every network of this computer. */
  'dropbox.open': task(ofReview.extend({ address: z.ipv4().nullable() }), dropBoxState, ['exchange']),
  'dropbox.close': task(ofReview, nothing, ['exchange']),
  'dropbox.state': query(ofReview, dropBoxState),
  /** Fetches the join file out of another computer's drop box, as an upload of this session. */
  'dropbox.fetchJoin': task(
    z.object({ address: boxAddress, code: meetingCode }),
    z.object({ uploadId: identifier }),
  ),

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
