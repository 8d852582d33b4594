import { AppError } from '../../../shared/api/problem.ts';
import type { CommandContext, QueryContext } from '../../api/context.ts';
import type { Environment } from '../../api/environment.ts';
import { slow, type Handlers, type Refusal } from '../../api/handler.ts';
import { membersOf, seatsOf } from '../../database/seats.ts';
import { insertBlob } from '../../database/sheets.ts';
import { formatOf, sealSheet, type SealedSheet } from '../../signing/sealed-sheet.ts';
import { sheetParts } from '../../exchange/sheet-parts.ts';
import { noteAct, ownSeat } from '../act.ts';
import type { LetterStart } from '../member/member-letter.ts';
import { stageOutgoing, startOutgoing, withLetter, type OutgoingLetter } from '../member/outgoing.ts';
import { notReady, submitBlockedBy } from './desk.ts';
import { readySheets, type Ready } from './desk-ready.ts';
import {
  countTries,
  gatherKeyHolder,
  tryPassphrase,
  type KeyHolder,
  type Tried,
} from '../sessions/passphrase-check.ts';

interface Gathered {
  readonly holder: KeyHolder;
  readonly sheets: readonly Ready[];
  readonly chairs: readonly string[];
  readonly secretary: string;
  readonly nowMs: number;
  readonly nonces: readonly string[];
  /** Where the office is on another laptop: the letter that takes the sheets there. */
  readonly start: LetterStart | null;
}

interface Prepared {
  readonly tried: Tried;
  readonly sealed: readonly { readonly ready: Ready; readonly sheet: SealedSheet }[];
  readonly letter: OutgoingLetter | null;
}

interface SubmitInput {
  readonly reviewId: string;
  readonly dossierIds: readonly string[];
  readonly passphrase: string;
}

export const submitHandlers: Pick<Handlers, 'desk.submit'> = {
  'desk.submit': slow({
    gather: (context, input) => gather(context, input),
    prepare: (gathered, environment) => seal(gathered, environment),
    commit: (context, input, prepared): Submitted | Refusal => {
      const refusal = countTries(context, [prepared.tried], ['own']);
      return refusal ?? withLetter(context, prepared.letter, () => store(context, input, prepared));
    },
  }),
};

interface Submitted {
  readonly submitted: { dossierId: string; seq: number; hash: string }[];
}

function gather(context: QueryContext, input: SubmitInput): Gathered {
  const seat = ownSeat(context);
  const blocked = submitBlockedBy(context, input.reviewId, seat);
  if (blocked.length > 0) throw notReady(blocked);
  if (new Set(input.dossierIds).size !== input.dossierIds.length)
    throw new AppError('bad-input', { what: 'repeated' });
  const sheets = readySheets(context, input.reviewId, seat, input.dossierIds);
  const keepers = membersOf(context.db, input.reviewId).filter(
    ({ chair, deputy }) => chair === 1 || deputy === 1,
  );
  const secretary =
    seatsOf(context.db, input.reviewId).find(({ role }) => role === 'secretary')?.recipient ?? null;
  const chairs = keepers.flatMap(({ recipient }) => (recipient === null ? [] : [recipient]));
  if (chairs.length < 2 || secretary === null) throw notReady(['desk.noDeputy']);
  return {
    holder: gatherKeyHolder(context, seat.person_id, input.passphrase),
    sheets,
    chairs,
    secretary,
    nowMs: context.environment.nowMs(),
    nonces: sheets.map(() => context.environment.newId()),
    start: startOutgoing(context, input.reviewId),
  };
}

async function seal(gathered: Gathered, environment: Environment): Promise<Prepared> {
  const tried = await tryPassphrase(gathered.holder);
  if (tried.keys === null) return { tried, sealed: [], letter: null };
  const signer = { privateKey: tried.keys.signingPrivateKey, publicSpki: tried.keys.signingPublicSpki };
  const { chairs, secretary } = gathered;
  const sealed: { ready: Ready; sheet: SealedSheet }[] = [];
  for (const [index, ready] of gathered.sheets.entries()) {
    const { scores, comments, overall } = ready.content;
    const nonce = gathered.nonces[index];
    const body = {
      format: formatOf(ready.place),
      kind: 'sheet',
      ...ready.place,
      nonce,
      scores,
      comments,
      overall,
      claimedMs: gathered.nowMs,
    };
    const payload = Buffer.from(JSON.stringify(body), 'utf8');
    const { place, previous } = ready;
    sealed.push({ ready, sheet: await sealSheet({ signer, place, previous, payload, chairs, secretary }) });
  }
  const parts = sheetParts(
    sealed.map(({ ready: { place }, sheet }) => ({
      dossier: place.dossier,
      seq: place.seq,
      envelope: sheet.envelope,
      sealed: sheet.sealed,
    })),
  );
  const letter = await stageOutgoing(environment, tried.keys, gathered.start, 'sheets', parts);
  return { tried, sealed, letter };
}

/** Stores what was sealed, if nothing it rests on changed meanwhile. */
function store(context: CommandContext, input: SubmitInput, prepared: Prepared): Submitted {
  const seat = ownSeat(context);
  const blocked = submitBlockedBy(context, input.reviewId, seat);
  if (blocked.length > 0) throw notReady(blocked);
  const restsOn = ({ place, row, previous, draftRevision }: Ready): string =>
    JSON.stringify([place, row, previous, draftRevision]);
  const sealed = prepared.sealed.map(({ ready }) => ready);
  const now = readySheets(
    context,
    input.reviewId,
    seat,
    sealed.map(({ place }) => place.dossier),
  );
  if (now.map(restsOn).join() !== sealed.map(restsOn).join()) throw new AppError('stale');
  const submitted = prepared.sealed.map(({ ready, sheet }) => {
    insertBlob(context.db, {
      review_id: input.reviewId,
      seat_id: seat.id,
      dossier_id: ready.place.dossier,
      seq: ready.row,
      kind: 'sheet',
      envelope: sheet.envelope,
      sealed: sheet.sealed,
      envelope_hash: sheet.envelopeHash,
      public_key: seat.public_key ?? '',
      received_ms: context.nowMs,
    });
    return { dossierId: ready.place.dossier, seq: ready.place.seq, hash: sheet.envelopeHash };
  });
  const hashes = submitted.map(({ hash }) => hash).join(' ');
  noteAct(context, input.reviewId, 'submitted', { name: seat.name, count: submitted.length, hashes });
  return { submitted };
}
