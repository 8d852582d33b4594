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
import {
  conclusion,
  dissent,
  documentView,
  noticeFields,
  opinion,
  printedKind,
  tallyView,
} from '../schema/result.ts';
import { handwriting } from '../schema/handwriting.ts';
import { verification } from '../schema/verification.ts';
import { command, query, task } from './method.ts';

/** After the opening: results, opinions, documents, signatures, verification. */
export const resultMethods = {
  'tally.get': query(ofReview, tallyView),
  'tally.confirmPreference': command(
    ofReview.extend({ dossierId: identifier, confirmed: z.boolean(), reason: optionalText }),
    nothing,
    ['tally', 'opinions', 'record'],
  ),
  'opinion.list': query(ofReview, z.object({ opinions: z.array(opinion), dissents: z.array(dissent) })),
  'opinion.save': command(
    ofReview.extend({
      dossierId: identifier,
      revision: count,
      conclusion: conclusion.nullable(),
      text: longText,
    }),
    z.object({ revision: count, savedMs: z.number() }),
    ['opinions', 'reviews', 'record'],
  ),
  /** 不同意见 of the unlocked member, in full; an empty text takes it back. */
  'opinion.dissent': command(ofReview.extend({ text: longText }), nothing, ['opinions', 'record']),

  'document.list': query(ofReview, z.array(documentView)),
  'document.make': task(
    ofReview.extend({ kind: printedKind, signing: z.enum(['electronic', 'paper']) }),
    z.object({ documentId: identifier }),
    ['documents', 'reviews', 'record'],
  ),
  /**
   * The unlocked member signs with the own key, or with a PKCS#12 file that was uploaded and is forgotten with
   * this call. The own passphrase is asked in both cases. One after another: the file circulates.
   */
  'document.sign': command(
    ofReview.extend({
      documentId: identifier,
      passphrase,
      handwriting: handwriting.nullable().optional(),
      certificate: z
        .object({ uploadId: identifier, password: z.string().max(200) })
        .nullable()
        .optional(),
    }),
    z.object({ signed: count, of: count }),
    ['documents', 'reviews', 'record'],
  ),
  'document.leftEarly': command(
    ofReview.extend({ documentId: identifier, seatId: identifier, reason: shortText }),
    nothing,
    ['documents', 'reviews', 'record'],
  ),
  /** The scan of the paper signed and sealed; `seatIds` are those who signed on it. */
  'document.paperSigned': command(
    ofReview.extend({ documentId: identifier, uploadId: identifier, seatIds: z.array(identifier).min(1) }),
    nothing,
    ['documents', 'reviews', 'record'],
  ),
  /**
   * 结果数据包: closes the record and signs decisions and statement. The chair or deputy signs with the own
   * passphrase; null where that key is on another laptop.
   */
  'bundle.make': command(
    ofReview.extend({ keeper: z.object({ seatId: identifier, passphrase }).nullable() }),
    z.object({ documentId: identifier }),
    ['documents', 'reviews', 'record'],
  ),
  /** The part of the last bundle that one applicant may have: that application alone, codes for names. */
  'bundle.makeReduced': command(
    ofReview.extend({ dossierId: identifier }),
    z.object({ documentId: identifier }),
    ['documents', 'reviews', 'record'],
  ),
  'notice.get': query(ofReview, noticeFields),
  'notice.save': command(ofReview.extend({ notice: noticeFields }), nothing, ['documents']),
  /** A result bundle by its numbered checks, and whether this laptop's own sheets are in it. */
  'verify.bundle': task(z.object({ uploadId: identifier, authority: z.string().max(200) }), verification),
  'verify.pdf': task(
    z.object({
      uploadId: identifier,
      /** Fingerprints, separated by commas or line ends; none is no comparison. */
      authority: z.string().max(1000),
      expected: z.array(z.string().max(200)).max(200),
    }),
    verification,
  ),
};
