import { z } from 'zod';
import {
  count,
  identifier,
  nothing,
  ofReview,
  optionalText,
  passphrase,
  shortText,
} from '../schema/common.ts';
import {
  attendanceState,
  meetingFields,
  panelView,
  personKind,
  recusal,
  recusalNames,
  role,
} from '../schema/people.ts';
import { board, desk, paperEntered, paperSheet, sheetContent } from '../schema/sheet.ts';
import { command, query, task } from './method.ts';

const pair = { seatId: identifier, dossierId: identifier };

/** The panel, its declarations, the sheets and the board. */
export const panelMethods = {
  'panel.get': query(ofReview, panelView),
  'panel.seat': command(
    ofReview.extend({ personId: identifier, role, kind: personKind }),
    z.object({ seatId: identifier }),
    ['panel', 'reviews', 'record'],
  ),
  'panel.unseat': command(ofReview.extend({ seatId: identifier, reason: shortText }), nothing, [
    'panel',
    'reviews',
    'record',
  ]),
  'panel.nameDeputy': command(ofReview.extend({ seatId: identifier }), nothing, ['panel', 'record']),
  /** The chair is elected at the meeting: a recorded act. */
  'panel.elect': command(ofReview.extend({ seatId: identifier, note: optionalText }), nothing, [
    'panel',
    'reviews',
    'record',
  ]),
  'panel.saveMeeting': command(
    ofReview.extend({ meetingId: identifier.nullable(), meeting: meetingFields }),
    z.object({ meetingId: identifier }),
    ['panel', 'record'],
  ),
  'panel.attend': command(
    ofReview.extend({
      meetingId: identifier,
      seatId: identifier,
      state: attendanceState,
      reason: optionalText,
    }),
    nothing,
    ['panel', 'record'],
  ),
  /** A forgotten passphrase: secretary and chair reseat the member. Submitted sheets stay, drafts are lost. */
  'panel.reseat': command(
    ofReview.extend({
      seatId: identifier,
      reason: shortText,
      secretaryPassphrase: passphrase,
      keeperSeatId: identifier,
      keeperPassphrase: passphrase,
    }),
    nothing,
    ['panel', 'desk', 'board', 'record'],
  ),

  /** Own seat only: a bare list of names, before any material. */
  'recusal.names': query(ofReview, recusalNames),
  'recusal.declare': command(
    ofReview.extend({ recusals: z.array(z.object({ dossierId: identifier, reason: shortText })).max(1000) }),
    nothing,
    ['panel', 'desk', 'board', 'record'],
  ),
  'recusal.list': query(ofReview, z.array(recusal)),
  /** The secretary records a declaration made on paper or by word, also a late one. */
  'recusal.record': command(ofReview.extend({ ...pair, reason: shortText }), nothing, [
    'panel',
    'desk',
    'board',
    'record',
  ]),

  'desk.get': query(ofReview, desk),
  'desk.saveDraft': command(
    ofReview.extend({ dossierId: identifier, revision: count, content: sheetContent }),
    z.object({ revision: count, savedMs: z.number() }),
    ['desk', 'board'],
  ),
  'desk.submit': command(
    ofReview.extend({ dossierIds: z.array(identifier).min(1).max(1000), passphrase }),
    z.object({ submitted: z.array(z.object({ dossierId: identifier, seq: count, hash: z.string() })) }),
    ['desk', 'board', 'reviews', 'record'],
  ),
  'desk.withdraw': command(
    ofReview.extend({ dossierId: identifier, reason: optionalText, passphrase }),
    nothing,
    ['desk', 'board', 'reviews', 'record'],
  ),

  'board.get': query(ofReview, board),
  /** An absence is signed by the chair or the deputy. */
  'absence.record': command(
    ofReview.extend({
      seatId: identifier,
      dossierIds: z.array(identifier).min(1),
      reason: shortText,
      keeperSeatId: identifier,
      keeperPassphrase: passphrase,
    }),
    nothing,
    ['board', 'desk', 'reviews', 'record'],
  ),
  /** The keeper's key is on another laptop: the request waits for a carrier, the signed answer records them. */
  'absence.request': task(
    ofReview.extend({
      seatId: identifier,
      dossierIds: z.array(identifier).min(1).max(1000),
      reason: shortText,
      keeperSeatId: identifier,
    }),
    nothing,
    ['exchange', 'board', 'record'],
  ),
  'paper.list': query(ofReview, z.array(paperSheet)),
  /** Registers sheets that came on paper; `uploadId` is the scan, attached now or later. */
  'paper.register': command(
    ofReview.extend({
      seatId: identifier,
      dossierIds: z.array(identifier).min(1),
      uploadId: identifier.nullable(),
    }),
    nothing,
    ['board', 'desk', 'reviews', 'record'],
  ),
  'paper.unregister': command(ofReview.extend({ ...pair, reason: shortText }), nothing, [
    'board',
    'desk',
    'reviews',
    'record',
  ]),
  /** Types one paper sheet after the closing; two different people, independently. */
  'paper.enter': command(ofReview.extend({ ...pair, content: sheetContent, passphrase }), paperEntered, [
    'board',
    'reviews',
    'record',
  ]),

  'review.close': command(ofReview, nothing, ['reviews', 'board', 'desk', 'record']),
  /** Writes into the record which sheets are going to be opened; the opening itself requires it. */
  'opening.begin': command(
    ofReview.extend({ keeperSeatId: identifier }),
    z.object({ digest: z.string(), count }),
    ['board', 'record'],
  ),
  /** A supervisor's own signature over the opening that was begun. */
  'opening.witness': command(ofReview.extend({ seatId: identifier, passphrase }), nothing, [
    'board',
    'record',
  ]),
  /** The keeper's key is on another laptop: the request waits for a carrier, the answer opens. */
  'opening.request': task(
    ofReview.extend({ keeperSeatId: identifier, secretaryPassphrase: passphrase }),
    z.object({ count }),
    ['board', 'exchange', 'record'],
  ),
  'opening.open': command(
    ofReview.extend({
      secretaryPassphrase: passphrase,
      keeperSeatId: identifier,
      keeperPassphrase: passphrase,
      /** Supervisors who are present and witness it. */ witnessSeatIds: z
        .array(identifier)
        .max(20)
        .default([]),
    }),
    z.object({ opened: count }),
    ['reviews', 'board', 'tally', 'opinions', 'record'],
  ),
  /** Sample review only: fills and submits what members have left open, through the same services. */
  'sample.completeScoring': task(ofReview, z.object({ submitted: count }), [
    'desk',
    'board',
    'reviews',
    'record',
    'panel',
  ]),
};
