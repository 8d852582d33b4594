import { z } from 'zod';
import {
  count,
  identifier,
  longText,
  nothing,
  ofReview,
  optionalText,
  passphrase,
  shortText,
} from '../schema/common.ts';
import { conditionOutcome, dossierFields, dossierRow, dossierView } from '../schema/dossier.ts';
import { importPreview } from '../schema/import-preview.ts';
import { person, personFields } from '../schema/people.ts';
import { phase, recordEntry, reviewOverview, reviewRow } from '../schema/review.ts';
import { schemeShape } from '../schema/scheme.ts';
import { command, query, task } from './method.ts';

const revision = count;

/** Review, scheme, applications and the pool of people: the secretary's preparation. */
export const setupMethods = {
  'review.list': query(nothing, z.array(reviewRow)),
  /** `secretary` null: the unlocked person becomes secretary. */
  'review.create': command(
    z.object({
      title: shortText,
      organiser: shortText,
      preset: z.string().max(40),
      secretary: z.object({ name: shortText, passphrase }).nullable(),
    }),
    z.object({ reviewId: identifier }),
    ['reviews', 'session', 'people'],
  ),
  /** Opens the sample review; `fresh` begins a new one beside the old. */
  'review.openSample': task(
    z.object({ fresh: z.boolean().default(false) }),
    z.object({ reviewId: identifier }),
    ['reviews', 'people'],
  ),
  'review.overview': query(ofReview, reviewOverview),
  'review.rename': command(ofReview.extend({ title: shortText, organiser: shortText }), nothing, ['reviews']),
  'review.advance': command(ofReview.extend({ to: phase }), nothing, ['reviews', 'record']),
  'review.stepBack': command(ofReview.extend({ to: phase, reason: shortText }), nothing, [
    'reviews',
    'record',
  ]),
  'record.list': query(ofReview, z.array(recordEntry)),

  'scheme.presets': query(
    nothing,
    z.array(z.object({ preset: z.string(), title: z.string(), note: z.string() })),
  ),
  'scheme.preset': query(z.object({ preset: z.string().max(40) }), schemeShape),
  'scheme.get': query(
    ofReview,
    z.object({
      scheme: schemeShape,
      revision,
      frozen: z.object({ hash: z.string(), atMs: z.number(), by: z.string() }).nullable(),
      /** Address of the recovery file under /files/, once made. */
      recoveryFile: z.string().nullable(),
    }),
  ),
  'scheme.save': command(ofReview.extend({ revision, scheme: schemeShape }), z.object({ revision }), [
    'scheme',
    'reviews',
  ]),
  /** Freezes scheme and names the deputy (recipient beside the chair); makes the authority and the recovery file. */
  'scheme.freeze': command(
    ofReview.extend({ revision, deputySeatId: identifier, passphrase, recoveryPassphrase: passphrase }),
    z.object({ hash: z.string(), authority: z.string(), recoveryFile: z.string() }),
    ['scheme', 'panel', 'reviews', 'record'],
  ),

  'dossier.list': query(ofReview, z.array(dossierRow)),
  'dossier.get': query(ofReview.extend({ dossierId: identifier }), dossierView),
  'dossier.save': command(
    ofReview.extend({ dossierId: identifier.nullable(), revision, fields: dossierFields }),
    z.object({ dossierId: identifier, revision }),
    ['dossiers', 'reviews', 'record'],
  ),
  'dossier.withdraw': command(ofReview.extend({ dossierId: identifier, reason: shortText }), nothing, [
    'dossiers',
    'reviews',
    'record',
  ]),
  'dossier.judge': command(
    ofReview.extend({
      dossierId: identifier,
      conditionId: z.string().max(64),
      outcome: conditionOutcome.extract(['met', 'not-met']).nullable(),
      reason: optionalText,
    }),
    nothing,
    ['dossiers', 'reviews', 'record'],
  ),
  'dossier.preview': task(ofReview.extend({ uploadId: identifier }), importPreview),
  /** Imports what the preview of the same upload showed as new or changed. Refused if the store changed since. */
  'dossier.import': task(
    ofReview.extend({ uploadId: identifier, skipRows: z.array(count), digest: z.string() }),
    z.object({ created: count, updated: count }),
    ['dossiers', 'reviews', 'record'],
  ),

  'person.list': query(nothing, z.array(person)),
  'person.save': command(
    z.object({ personId: identifier.nullable(), person: personFields }),
    z.object({ personId: identifier }),
    ['people', 'panel'],
  ),
  'person.retire': command(z.object({ personId: identifier, reason: longText }), nothing, ['people']),
};
