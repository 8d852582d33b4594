import { z } from 'zod';
import { count, identifier, nothing, ofReview, shortText } from '../schema/common.ts';
import { materialList } from '../schema/material.ts';
import { command, query, task } from './method.ts';

/** Files of the applications. Their bytes come by `POST /materials` and go by `/files/material-<id>`. */
export const materialMethods = {
  'material.list': query(ofReview.extend({ dossierId: identifier }), materialList),
  /** Takes in files whose bytes were sent before: all of them or none. */
  'material.import': task(
    ofReview.extend({
      files: z
        .array(
          z.object({
            uploadId: identifier,
            dossierId: identifier,
            kind: z.string().max(40),
            /** Evidence: the scoring item; otherwise empty. */
            item: z.string().max(64),
            name: z.string().max(2000),
            /** The file whose next version this is; null: the one of the same name and kind, if there is one. */
            replaces: identifier.nullable(),
          }),
        )
        .min(1)
        .max(2000),
    }),
    z.object({ added: count, replaced: count, same: count }),
    ['dossiers', 'desk', 'reviews', 'record'],
  ),
  /** Forgets bytes that were sent and are not wanted after all. */
  'material.discard': command(ofReview.extend({ uploads: z.array(identifier).max(2000) }), nothing, []),
  /** Takes a file out, e.g. of the wrong dossier; it stays with its versions. */
  'material.remove': command(ofReview.extend({ materialId: identifier, reason: shortText }), nothing, [
    'dossiers',
    'desk',
    'reviews',
    'record',
  ]),
  /** Reads every file in force to its end and compares it with what was taken in. */
  'material.check': task(
    ofReview,
    z.object({
      checked: count,
      damaged: z.array(
        z.object({
          dossierId: identifier,
          number: count,
          dossier: z.string(),
          name: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
};
