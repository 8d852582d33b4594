import { rmSync } from 'node:fs';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { QueryContext } from '../../api/context.ts';
import type { Handlers } from '../../api/handler.ts';
import { carrierOf } from '../../database/carriers.ts';
import { handoversOf, outboxOf } from '../../database/letters.ts';
import type { DropBoxes } from '../../exchange/dropbox/boxes.ts';
import { folderView, startPlaces } from '../../exchange/carriers/places.ts';
import { outboxPath } from '../../exchange/staged-letter.ts';
import { chooseCarrier } from './carrier-choice.ts';
import { reopenDropBox } from './drop-box.ts';
import { deliver } from './deliver.ts';
import type { ExchangeDesk } from './exchange-desk.ts';
import { nameOf, noteSent } from './hand-over.ts';
import { requireSeat } from './require-seat.ts';
import { syncExchange } from './sync.ts';

type Names =
  | 'carrier.get'
  | 'carrier.set'
  | 'carrier.folders'
  | 'exchange.state'
  | 'exchange.sync'
  | 'exchange.deliver'
  | 'exchange.handOut'
  | 'register.list';

export function exchangeHandlers(desk: ExchangeDesk, boxes: DropBoxes): Pick<Handlers, Names> {
  return {
    'carrier.get': (context, { reviewId }) => {
      requireSeat(context, reviewId);
      return carrierOf(context.db, reviewId ?? '');
    },
    'carrier.set': (context, { reviewId, choice }) => chooseCarrier(context, reviewId, choice),
    'carrier.folders': (_context, { path }) =>
      path === null ? { path: null, parent: null, folders: startPlaces() } : folderView(path),
    'exchange.state': (context, { reviewId }) => {
      requireSeat(context, reviewId);
      return { ...desk.trayOf(reviewId ?? '').state, outbox: outboxView(context, reviewId ?? '') };
    },
    'exchange.sync': async (task, { reviewId }) => {
      if (reviewId !== null) await reopenDropBox(task, reviewId, boxes);
      return syncExchange(task, reviewId, desk);
    },
    'exchange.deliver': async (task, { reviewId, uploadIds }) => ({
      files: await deliver(task, reviewId, uploadIds, desk),
    }),
    'exchange.handOut': (context, { reviewId, ids }) => {
      requireSeat(context, reviewId);
      const rows = outboxOf(context.db, reviewId ?? '').filter(({ id }) => ids.includes(id));
      for (const row of rows) {
        noteSent(context, row, 'hand');
        rmSync(outboxPath(context.environment.dataFolder, row.id), { force: true });
      }
      return {};
    },
    'register.list': (context, { reviewId }) => {
      requireSeat(context, reviewId);
      return registerLines(context, reviewId ?? '');
    },
  };
}

function outboxView({ db }: QueryContext, reviewId: string): OutputOf<'exchange.state'>['outbox'] {
  return outboxOf(db, reviewId).map((row) => ({
    id: row.id,
    kind: row.kind,
    party: row.party,
    fileName: nameOf(row),
    size: row.size,
    madeMs: row.made_ms,
  }));
}

function registerLines({ db }: QueryContext, reviewId: string): OutputOf<'register.list'> {
  return handoversOf(db, reviewId).map((row) => ({
    seq: row.seq,
    direction: row.direction,
    kind: row.kind,
    party: row.party,
    fileName: row.file_name,
    size: row.size,
    sha256: row.sha256,
    carrier: row.carrier,
    outcome: row.outcome,
    reason: row.reason,
    values: JSON.parse(row.details) as Record<string, string | number>,
    madeMs: row.made_ms,
  }));
}
