import { AppError } from '../../../shared/api/problem.ts';
import { slow } from '../../api/handler.ts';
import { requireDossier } from '../../database/dossiers.ts';
import { currentDocument, latestRevision } from '../../database/documents.ts';
import { frozen } from '../../database/reviews.ts';
import { readBundle } from '../../exchange/bundle/read-bundle.ts';
import { reduceBundle } from '../../exchange/bundle/reduce-bundle.ts';
import { verifyBundle } from '../../exchange/bundle/verify-bundle.ts';
import { writeBundle } from '../../exchange/bundle/write-bundle.ts';
import type { Signer } from '../../signing/envelope.ts';
import { openAuthority } from '../panel/roster.ts';
import { storeBundle } from './store-bundle.ts';

interface Input {
  readonly reviewId: string;
  readonly dossierId: string;
}

interface Gathered {
  readonly bytes: Uint8Array;
  readonly authority: Signer;
  readonly dossierId: string;
}

/** Cuts the last whole bundle down to one application, for its applicant. */
export const makeReduced = slow({
  gather: (context, { reviewId, dossierId }: Input): Gathered => {
    const { db } = context;
    const whole = currentDocument(db, reviewId, 'result-bundle');
    if (whole === undefined) throw new AppError('not-ready', { what: 'result-bundle' });
    const authority = openAuthority(context, frozen(db, reviewId));
    if (authority === null) throw new AppError('not-permitted');
    return { bytes: latestRevision(db, whole.id).bytes, authority, dossierId };
  },
  prepare: async ({ bytes, authority, dossierId }: Gathered): Promise<Uint8Array> => {
    const read = readBundle(bytes);
    if (read.state !== 'read') throw new AppError('data-corrupt', { detail: 'result bundle' });
    const reduced = await writeBundle(reduceBundle(read.parts, dossierId, authority));
    const bad = verifyBundle(reduced).lines.find(({ state }) => state === 'bad');
    if (bad !== undefined) throw new AppError('data-corrupt', { detail: `reduced bundle, ${bad.number}` });
    return reduced;
  },
  commit: (context, { reviewId, dossierId }, bytes): { documentId: string } => {
    const { number, name } = requireDossier(context.db, reviewId, dossierId);
    const word = `结果数据包（申报企业 ${number} ${name}）`;
    return storeBundle(context, reviewId, { kind: 'reduced-bundle', word, bytes });
  },
});
