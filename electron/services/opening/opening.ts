import { AppError } from '../../../shared/api/problem.ts';
import type { CompiledScheme } from '../../../shared/domain/compiled-scheme.ts';
import type { QueryContext } from '../../api/context.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import type { NewOpenedSheet } from '../../database/openings.ts';
import { seatById, type SeatRow } from '../../database/seats.ts';
import { ownPerson } from '../act.ts';
import { frozenScheme } from '../scheme/scheme-store.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';
import { beginOpening, requireBegun } from './begin-opening.ts';
import type { CountedSheets } from './counted-sheets.ts';
import { openBlob, openPapers, projectOpening } from './project-sheets.ts';
import { requestOpening } from './request-opening.ts';
import { witnessHere, witnessNames } from './witness.ts';

interface Gathered extends CountedSheets {
  readonly reviewId: string;
  readonly secretary: KeyHolder;
  readonly keeper: KeyHolder;
  readonly scheme: CompiledScheme;
  /** Says which sheets were opened, so that commit can tell whether they are still the latest. */
  readonly digest: string;
}

interface Prepared {
  readonly tries: readonly Tried[];
  readonly sheets: readonly NewOpenedSheet[];
  readonly digest: string;
}

type Names = 'opening.begin' | 'opening.open' | 'opening.request' | 'opening.witness';

/**
 * Opening (启封): every sheet or a signed absence is in, two passphrases, all sheets or none. Begun in the
 * record first; score rows come into being only here, each re-derived from signed bytes.
 */
export const openingHandlers: Pick<Handlers, Names> = {
  'opening.begin': (context, input) => beginOpening(context, input),
  'opening.request': (task, input) => requestOpening(task, input),
  'opening.witness': witnessHere,
  'opening.open': slow({
    gather: (context, input): Gathered => {
      const { keeper, counted, digest } = requireBegun(context, input.reviewId, input.keeperSeatId);
      return {
        reviewId: input.reviewId,
        secretary: gatherKeyHolder(context, ownPerson(context).personId, input.secretaryPassphrase),
        keeper: gatherKeyHolder(context, keeper.person_id, input.keeperPassphrase),
        ...counted,
        scheme: frozenScheme(context.db, input.reviewId),
        digest,
      };
    },
    prepare: (gathered) => openAll(gathered),
    commit: (context, { reviewId, keeperSeatId, witnessSeatIds }, prepared): { opened: number } | Refusal => {
      const refusal = countTries(context, prepared.tries, ['secretary', 'keeper']);
      if (refusal !== null) return refusal;
      const { keeper, digest } = requireBegun(context, reviewId, keeperSeatId);
      if (digest !== prepared.digest) throw new AppError('stale');
      const present = witnessSeatIds.map((seatId) => requireSupervisor(context, reviewId, seatId).name);
      const witnesses = [...new Set([...present, ...witnessNames(context, reviewId, digest)])];
      projectOpening(context, reviewId, keeper, witnesses, prepared.sheets);
      return { opened: prepared.sheets.length };
    },
  }),
};

/** A supervisor (监督人员) who is present witnesses the opening. @throws AppError `bad-input` */
export function requireSupervisor(context: QueryContext, reviewId: string, seatId: string): SeatRow {
  const seat = seatById(context.db, reviewId, seatId);
  if (seat.role !== 'supervisor') throw new AppError('bad-input', { what: 'supervisor', name: seat.name });
  return seat;
}

async function openAll(gathered: Gathered): Promise<Prepared> {
  const { reviewId, scheme, digest } = gathered;
  const secretary = await tryPassphrase(gathered.secretary);
  const keeper = await tryPassphrase(gathered.keeper);
  const tries = [secretary, keeper];
  if (secretary.keys === null || keeper.keys === null) return { tries, sheets: [], digest };
  const sheets: NewOpenedSheet[] = [];
  for (const blob of gathered.blobs) {
    sheets.push(await openBlob(scheme, blob, secretary.keys.ageIdentity, keeper.keys.ageIdentity));
  }
  sheets.push(...(await openPapers(reviewId, scheme, gathered.paper, secretary.keys.ageIdentity)));
  return { tries, sheets, digest };
}
