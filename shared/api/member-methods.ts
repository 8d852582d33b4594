import { z } from 'zod';
import {
  count,
  identifier,
  nothing,
  ofReview,
  optionalText,
  passphrase,
  shortText,
  timeMs,
} from '../schema/common.ts';
import { session } from '../schema/session.ts';
import { command, query, task } from './method.ts';

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
  /** What a meeting file says, opened with the meeting code: on a bureau laptop, while nobody is unlocked. */
  'seat.readJoin': command(
    z.object({ uploadId: identifier, code: shortText }),
    z.object({
      title: z.string(),
      seats: z.array(z.object({ seatId: identifier, name: z.string(), organisation: z.string() })),
    }),
    [],
  ),
  /** The own name and a PIN make a bureau laptop this member's seat; the card goes into the outbox. */
  'seat.join': command(
    z.object({ uploadId: identifier, code: shortText, seatId: identifier, pin: passphrase }),
    z.object({ session, reviewId: identifier }),
    ['session', 'reviews', 'exchange'],
  ),
  /** A profile on the own laptop; no review is known yet. */
  'member.enrol': command(z.object({ name: shortText, organisation: optionalText, passphrase }), session, [
    'session',
    'people',
  ]),
  /** 专家登记文件 of who is unlocked: the file's text, and the fingerprint to read aloud and to scan. */
  'member.card': command(
    nothing,
    z.object({ fileName: z.string(), text: z.string(), digits: z.string(), fingerprint: z.string() }),
    [],
  ),
  /** The first package on an own laptop: whose it is, and the authority's digits to compare. Takes nothing in. */
  'member.readFirst': task(
    z.object({ uploadId: identifier }),
    z.object({ reviewId: identifier, title: z.string(), organiser: z.string(), digits: z.string() }),
    ['reviews', 'session'],
  ),
  /** The office read the same digits aloud: from now on only this authority is believed. */
  'member.confirm': command(ofReview, nothing, ['reviews']),
  /** The digits differ, or it was a mistake: forgets the review before anything of it was taken in. */
  'member.forget': command(ofReview, nothing, ['reviews', 'session']),
  /** Where this laptop stands with the office of a review; null where the office is on this laptop. */
  'member.state': query(
    ofReview,
    z
      .object({
        /** Of the last package taken in, 0 before the first. */
        version: count,
        renewedMs: timeMs.nullable(),
        way: z.enum(['seat', 'own']),
        /** The authority is pinned: by the meeting code, or because its digits were compared. */
        confirmed: z.boolean(),
        /** 24 digits of the authority's fingerprint. */
        authority: z.string(),
        waiting: count,
        received: count,
        refused: count,
        missingMaterials: count,
        /** Ends of the office's record that contradict each other. */
        warnings: z.array(z.object({ kind: z.enum(['fork', 'rollback']), seen: count, told: count })),
        /** The last request to open, for chair and deputy. */
        request: z
          .object({
            digest: z.string(),
            digits: z.string(),
            count,
            askedMs: timeMs,
            answeredMs: timeMs.nullable(),
          })
          .nullable(),
      })
      .nullable(),
  ),
  /** 重新交出: all own sheets once more, e.g. for an office that was rebuilt. */
  'member.resend': command(ofReview, z.object({ count }), ['exchange', 'record']),
  /** Opens what is sealed to this chair or deputy and sends it back, sealed to the secretary: all or none. */
  'opening.answer': command(
    ofReview.extend({ digest: z.string().regex(/^[0-9a-f]{64}$/), passphrase }),
    z.object({ count }),
    ['exchange', 'desk', 'reviews', 'record'],
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
