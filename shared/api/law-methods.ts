import { z } from 'zod';
import {
  identifier,
  longText,
  nothing,
  ofReview,
  optionalText,
  passphrase,
  shortText,
} from '../schema/common.ts';
import { drawView } from '../schema/draw.ts';
import { correction } from '../schema/result.ts';
import { paperEntered, sheetContent } from '../schema/sheet.ts';
import { whatIfView } from '../schema/what-if.ts';
import { command, query } from './method.ts';

/** What the panel decides after the opening: votes, explanations, corrections. */
export const lawMethods = {
  /** Draws experts by field and seats those drawn; an empty seed is made at random. */
  'panel.draw': command(
    ofReview.extend({
      seed: optionalText,
      quotas: z.array(z.object({ field: shortText, quota: z.int().min(1).max(50) })).max(50),
      excluded: z.array(identifier).max(10_000),
    }),
    drawView,
    ['panel', 'reviews', 'record'],
  ),
  'panel.draws': query(ofReview, z.array(drawView)),
  /** A vote of the panel that orders tied dossiers, best first. */
  'tally.vote': command(
    ofReview.extend({ dossierIds: z.array(identifier).min(2).max(1000), note: shortText }),
    nothing,
    ['tally', 'opinions', 'reviews', 'record'],
  ),
  /** 假设分析: never a result, never printed unless asked. */
  'tally.whatIf': query(ofReview, whatIfView),
  /** The unlocked member explains an own score that deviates (畸高畸低). */
  'tally.explainDeviation': command(ofReview.extend({ dossierId: identifier, text: longText }), nothing, [
    'tally',
    'record',
  ]),
  /** A member sees the own corrections, the others all of them. */
  'correction.list': query(ofReview, z.array(correction)),
  /** Reopens one opened sheet with a reason of the list; signed by the chair or the deputy. */
  'correction.reopen': command(
    ofReview.extend({
      seatId: identifier,
      dossierId: identifier,
      reason: shortText,
      note: longText,
      keeperSeatId: identifier,
      keeperPassphrase: passphrase,
    }),
    nothing,
    ['tally', 'desk', 'reviews', 'record'],
  ),
  /** The scorer signs the corrected sheet as the next version; the first stays. */
  'correction.submit': command(
    ofReview.extend({ dossierId: identifier, content: sheetContent, passphrase }),
    nothing,
    ['tally', 'desk', 'opinions', 'reviews', 'record'],
  ),
  /** The scan of the new signed paper for a reopened paper sheet; another one takes its place until typed. */
  'correction.attach': command(
    ofReview.extend({ seatId: identifier, dossierId: identifier, uploadId: identifier }),
    nothing,
    ['tally', 'desk', 'reviews', 'record'],
  ),
  /** One of two typists signs what stands on it; with the second one that agrees the next version is there. */
  'correction.enter': command(
    ofReview.extend({ seatId: identifier, dossierId: identifier, content: sheetContent, passphrase }),
    paperEntered,
    ['tally', 'desk', 'opinions', 'reviews', 'record'],
  ),
};
