import { z } from 'zod';
import { count, identifier, ofReview, passphrase } from '../schema/common.ts';
import { task } from './method.ts';

/** A lost laptop of the secretary. */
export const rebuildMethods = {
  /** On an empty laptop: recovery file, its passphrase and an office copy; `passphrase` is the new one. */
  'rebuild.restore': task(
    z.object({
      recoveryUploadId: identifier,
      copyUploadId: identifier,
      recoveryPassphrase: passphrase,
      passphrase,
    }),
    z.object({ reviewId: identifier }),
    ['reviews', 'session', 'people', 'panel'],
  ),
  /** 数据恢复演练 on a copy made now, or on one that was handed over; what it opened is thrown away. */
  'rebuild.drill': task(
    ofReview.extend({ recoveryPassphrase: passphrase, copyUploadId: identifier.nullable() }),
    z.object({
      recordSize: count,
      copySize: count,
      resend: z.array(z.object({ name: z.string(), count })),
    }),
    ['record', 'exchange'],
  ),
};
