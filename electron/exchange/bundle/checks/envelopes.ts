import { keysOf, pairKey, pairLabel, partsBelow, placeKey, placeOf, rosterNamed } from '../ground.ts';
import type { GoodEnvelope, GoodReopening, Ground, PairPlace } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { envelopeShapes, type Envelope } from '../payloads.ts';
import { prove, readUnproved, type UnprovedText } from '../signed-text.ts';
import { namedEnvelopes, readEntries } from './record.ts';

/** 4A: every envelope, or (`folder` conflicts, 4D) every second one of a number. */
export function readEnvelopes(
  ground: Ground,
  folder: 'sheets' | 'conflicts',
  judgement: Judgement,
): readonly GoodEnvelope[] {
  const number = folder === 'sheets' ? '4A' : '4D';
  return partsBelow(ground.parts, new RegExp(`^${folder}/.*\\.envelope\\.jws$`, 'u')).flatMap(
    ([name, bytes]): GoodEnvelope[] => {
      judgement.judge(number);
      const place = placeOf(name);
      const text =
        readUnproved<Envelope>(bytes, envelopeShapes[1]) ?? readUnproved<Envelope>(bytes, envelopeShapes[2]);
      const good = text === undefined ? undefined : goodEnvelope(ground, text, place);
      if (good !== undefined) return [good];
      judgement.fail(number, 'envelope', pairLabel(ground, place));
      return [];
    },
  );
}

function goodEnvelope(
  ground: Ground,
  text: UnprovedText<Envelope>,
  place: PairPlace,
): GoodEnvelope | undefined {
  const { value } = text;
  const roster = rosterNamed(ground, value.rosterHash);
  const key = roster?.seats.find(({ seat, role }) => seat === value.member && role === 'member')?.publicKey;
  const { manifestHash } = value;
  const good =
    isSamePlace(value, place) &&
    value.review === ground.bundle.review &&
    value.schemeHash === roster?.schemeHash &&
    (manifestHash === undefined || ground.manifests.some(({ identity }) => identity === manifestHash)) &&
    (value.kind === 'sheet') === (value.sealedHash !== null) &&
    (value.seq === 1) === (value.previous === null);
  const signed = good && typeof key === 'string' ? prove(text, 'panel-envelope', [key]) : undefined;
  return signed === undefined ? undefined : { ...signed, place };
}

export function isSamePlace(value: PairPlace, place: PairPlace): boolean {
  return value.dossier === place.dossier && value.member === place.member && value.seq === place.seq;
}

/** 4B and 4D: the numbers of each pair run on, and every second envelope of a number was overtaken. */
export function checkChains(
  ground: Ground,
  envelopes: readonly GoodEnvelope[],
  conflicts: readonly GoodEnvelope[],
  judgement: Judgement,
): void {
  const second = Map.groupBy(conflicts, ({ place }) => placeKey(place));
  for (const own of byPair(envelopes).values()) {
    judgement.judge('4B');
    for (const [index, { place, value }] of own.entries()) {
      const before = own[index - 1];
      const known =
        before === undefined
          ? []
          : [before, ...(second.get(placeKey(before.place)) ?? [])].map(({ identity }) => identity);
      const isFirst = before === undefined;
      const follows =
        place.seq === index + 1 &&
        (isFirst ? value.previous === null : known.includes(value.previous ?? '')) &&
        (value.kind === 'sheet' || (!isFirst && before.value.kind === 'sheet'));
      if (!follows) judgement.fail('4B', 'chain', pairLabel(ground, place));
    }
  }
  for (const { place, identity } of conflicts) {
    const same = envelopes.find((one) => placeKey(one.place) === placeKey(place));
    const isOvertaken = envelopes.some(
      (one) => pairKey(one.place) === pairKey(place) && one.place.seq > place.seq,
    );
    const proved = same !== undefined && same.identity !== identity;
    judgement.require(proved && isOvertaken, '4D', 'two-of-one-number', pairLabel(ground, place));
  }
}

/** Envelopes of each pair, ascending by number. */
export function byPair<One extends { readonly place: PairPlace }>(
  list: readonly One[],
): ReadonlyMap<string, readonly One[]> {
  const sorted = list.toSorted((left, right) => left.place.seq - right.place.seq);
  return Map.groupBy(sorted, ({ place }) => pairKey(place));
}

/** 4C and 4E: what the record says of the envelopes. */
export function checkNamed(
  ground: Ground,
  envelopes: readonly GoodEnvelope[],
  conflicts: readonly GoodEnvelope[],
  reopenings: readonly GoodReopening[],
  judgement: Judgement,
): void {
  if (ground.record === null) return;
  judgement.judge('4C', '4E');
  const entries = readEntries(ground.record);
  const named = namedEnvelopes(entries);
  const reopened = new Set(reopenings.map(({ place }) => placeKey(place)));
  const rosterEntries = new Map(
    entries.filter(({ type }) => type === 'roster-signed').map(({ seq, values }) => [values['version'], seq]),
  );
  for (const envelope of envelopes) {
    if (envelope.value.kind !== 'sheet') continue;
    const at = named.get(envelope.identity.slice(0, 16));
    const label = pairLabel(ground, envelope.place);
    if (at === undefined && !reopened.has(placeKey(envelope.place))) judgement.fail('4E', 'not-named', label);
    const revoking = revokedBy(ground, envelope);
    if (revoking === undefined) continue;
    const limit = rosterEntries.get(revoking) ?? Number.POSITIVE_INFINITY;
    if (at === undefined || at >= limit) judgement.fail('4C', 'revoked-key', label);
  }
  const present = new Set([...envelopes, ...conflicts].map(({ identity }) => identity.slice(0, 16)));
  for (const [hash, seq] of named) if (!present.has(hash)) judgement.fail('4E', 'named-missing', String(seq));
}

/** The first version after the named one that doesn't list this key for the seat any more. */
function revokedBy(ground: Ground, { value, key }: GoodEnvelope): number | undefined {
  const own = rosterNamed(ground, value.rosterHash)?.version ?? 0;
  return ground.rosters.find(
    (roster) =>
      roster.version > own &&
      !keysOf({ rosters: [roster] }, ({ seat }) => seat === value.member).includes(key),
  )?.version;
}
