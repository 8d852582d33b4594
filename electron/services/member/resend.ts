import { sheetParts, type SentEnvelope } from '../../exchange/sheet-parts.ts';
import { slow, type Handlers } from '../../api/handler.ts';
import { ownBlobsOf } from '../../database/sheets.ts';
import { noteAct, ownPerson, ownSeat } from '../act.ts';
import { conflict } from '../conflict.ts';
import { envelopeSeq } from '../sheets/own-chain.ts';
import { stageOutgoing, startOutgoing, withLetter } from './outgoing.ts';

/**
 * 重新交出: every sheet and withdrawal of this laptop once more in one letter, e.g. for an office that was
 * rebuilt. The same envelopes: what the office has is known there and changes nothing.
 */
export const resendHandlers: Pick<Handlers, 'member.resend'> = {
  'member.resend': slow({
    gather: (context, { reviewId }) => {
      const start = startOutgoing(context, reviewId);
      const envelopes = ownBlobsOf(context.db, ownSeat(context).id).map(
        ({ dossier_id: dossier, envelope, sealed, kind }): SentEnvelope => ({
          dossier,
          seq: envelopeSeq(envelope),
          envelope,
          sealed: kind === 'sheet' ? sealed : null,
        }),
      );
      if (start === null || envelopes.length === 0) throw conflict('', { what: 'nothing-to-resend' });
      return { start, envelopes, keys: ownPerson(context).keys };
    },
    prepare: ({ start, envelopes, keys }, environment) =>
      stageOutgoing(environment, keys, start, 'sheets', sheetParts(envelopes)),
    commit: (context, { reviewId }, letter) =>
      withLetter(context, letter, () => {
        const { id, name } = ownSeat(context);
        const count = ownBlobsOf(context.db, id).length;
        noteAct(context, reviewId, 'sheets-resent', { name, count });
        return { count };
      }),
  }),
};
