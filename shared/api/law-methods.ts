import { z } from 'zod';
import { identifier, longText, nothing, ofReview, passphrase, shortText } from '../schema/common.ts';
import { correction } from '../schema/result.ts';
import { sheetContent } from '../schema/sheet.ts';
import { whatIfView } from '../schema/what-if.ts';
import { command, query } from './method.ts';

/** What the panel decides after the opening: votes, explanations, corrections. */
export const lawMethods = {
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
};
