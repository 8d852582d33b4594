import type { QueryContext } from '../../api/context.ts';
import type { OutputOf } from '../../../shared/api/contract.ts';
import type { Handlers } from '../../api/handler.ts';
import { manifestsOf } from '../../database/manifests.ts';
import { openingRequestsOf } from '../../database/opening-requests.ts';
import { materialsOf } from '../../database/materials.ts';
import { recusalsOf } from '../../database/recusals.ts';
import { receiptsOf } from '../../database/replica-receipts.ts';
import { replicaOf } from '../../database/replicas.ts';
import { activeDossiers } from '../../database/dossiers.ts';
import { latestBlobs, type SheetBlobRow } from '../../database/sheets.ts';
import { headsOf } from '../../database/witnessed-heads.ts';
import { fingerprint, readAloud } from '../../signing/fingerprint.ts';
import { hasMaterialFile } from '../materials/material-files.ts';
import { recordWarnings } from './record-warnings.ts';

export interface Delivery {
  readonly state: 'waiting' | 'received' | 'refused';
  /** Key of text subject `exchange`, empty unless it was refused. */
  readonly reason: string;
}

/** Envelope → what the office said of it; a receipt outweighs a refusal that came before. */
export function deliveriesOf(context: QueryContext, seatId: string): ReadonlyMap<string, Delivery> {
  const deliveries = new Map<string, Delivery>();
  for (const { envelope, outcome, reason } of receiptsOf(context.db, seatId))
    if (deliveries.get(envelope)?.state !== 'received') deliveries.set(envelope, { state: outcome, reason });
  return deliveries;
}

export const memberStateHandlers: Pick<Handlers, 'member.state'> = {
  'member.state': (context, { reviewId }) => stateOf(context, reviewId),
};

function stateOf(context: QueryContext, reviewId: string): OutputOf<'member.state'> {
  const { db } = context;
  const replica = replicaOf(db, reviewId);
  if (replica === undefined) return null;
  const { version, renewed_ms: renewedMs, seat_id: seatId } = replica;
  const deliveries = deliveriesOf(context, seatId);
  const sent = latestBlobs(db, reviewId).filter((row) => row.seat_id === seatId);
  const count = (state: Delivery['state']): number =>
    sent.filter((row) => (deliveries.get(row.envelope_hash)?.state ?? 'waiting') === state).length;
  const request = openingRequestsOf(db, reviewId).at(-1);
  return {
    version,
    renewedMs,
    way: replica.way,
    confirmed: replica.confirmed_ms !== null,
    authority: readAloud(fingerprint(replica.authority_public)),
    waiting: count('waiting'),
    received: count('received'),
    refused: count('refused'),
    missingMaterials: missingMaterials(context, reviewId, seatId),
    warnings: recordWarnings(headsOf(db, reviewId)),
    request:
      request === undefined
        ? null
        : {
            digest: request.digest,
            digits: readAloud(request.digest),
            count: request.count,
            askedMs: request.asked_ms,
            answeredMs: request.answered_ms,
          },
  };
}

/** Files that are listed for this member and whose bytes haven't come. */
function missingMaterials(context: QueryContext, reviewId: string, seatId: string): number {
  const { db, environment } = context;
  if (manifestsOf(db, reviewId).length === 0) return 0;
  const recused = new Set(
    recusalsOf(db, reviewId)
      .filter((row) => row.seat_id === seatId)
      .map((row) => row.dossier_id),
  );
  const shown = activeDossiers(db, reviewId).filter(({ id }) => !recused.has(id));
  return materialsOf(db, reviewId, new Set(shown.map(({ id }) => id))).filter(
    (row) => !hasMaterialFile(environment, row),
  ).length;
}

/** How the last version of a sheet stands with the office; null where the office is on this laptop. */
export function deliveryOf(
  context: QueryContext,
  reviewId: string,
  deliveries: ReadonlyMap<string, Delivery>,
  blob: SheetBlobRow | undefined,
): Delivery | null {
  if (blob?.kind !== 'sheet' || replicaOf(context.db, reviewId) === undefined) return null;
  return deliveries.get(blob.envelope_hash) ?? { state: 'waiting', reason: '' };
}
