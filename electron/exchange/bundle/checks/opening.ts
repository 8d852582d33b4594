import { sha256Hex } from '../../../signing/fingerprint.ts';
import { keysOf, pairKey, pairLabel, partsBelow } from '../ground.ts';
import type { GoodEnvelope, GoodSheet, Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { answerShape, requestShape, witnessShape } from '../payloads.ts';
import { readSigned } from '../signed-text.ts';
import { beginning, readEntries } from './record.ts';

/** SHA-256 of the sorted identities of the counted envelopes, joined by line feeds. */
export function openingDigest(identities: readonly string[]): string {
  return sha256Hex(identities.toSorted().join('\n'));
}

/** 8A: every pair has its sheet, its recusal or its signed absence. */
export function checkFullSet(
  ground: Ground,
  opened: readonly GoodSheet[],
  papers: readonly GoodSheet[],
  judgement: Judgement,
): void {
  if (ground.decisions === null) return;
  judgement.judge('8A');
  const { members, dossiers, recused, absent, ineligible } = ground.decisions.value;
  const done = new Set([
    ...[...recused, ...absent].map(([member, dossier]) => pairKey({ member, dossier })),
    ...[...opened, ...papers].map(({ place }) => pairKey(place)),
  ]);
  for (const { dossier } of dossiers) {
    if (ineligible.includes(dossier)) continue;
    for (const member of members)
      if (!done.has(pairKey({ member, dossier })))
        judgement.fail('8A', 'no-sheet', pairLabel(ground, { member, dossier, seq: 0 }));
  }
}

/** 8B and 8C: the record names the very envelopes, and so do those who took part from other laptops. */
export function checkOpening(
  ground: Ground,
  bases: readonly GoodEnvelope[],
  opened: readonly GoodSheet[],
  judgement: Judgement,
): void {
  if (ground.record === null) return;
  const begun = beginning(readEntries(ground.record));
  if (begun === undefined) return;
  const counted = new Set(opened.map(({ place }) => `${pairKey(place)}\n${place.seq}`));
  const digest = openingDigest(
    bases
      .filter(({ place }) => counted.has(`${pairKey(place)}\n${place.seq}`))
      .map(({ identity }) => identity),
  );
  judgement.require(begun.values['digest'] === digest, '8B', 'digest', String(begun.seq));
  checkTakers(ground, String(begun.values['digest']), opened, judgement);
}

function checkTakers(
  ground: Ground,
  digest: string,
  opened: readonly GoodSheet[],
  judgement: Judgement,
): void {
  const { parts, bundle, authority } = ground;
  const fits = (value: { review: string; digest: string } | undefined): boolean =>
    value?.review === bundle.review && value.digest === digest;
  const request = parts.get('opening/request.jws');
  if (request !== undefined) {
    const signed = readSigned(request, requestShape, 'panel-opening-request', [authority]);
    judgement.require(fits(signed?.value), '8C', 'signature', 'opening/request.jws');
  }
  const answer = parts.get('opening/answer.jws');
  if (answer !== undefined) {
    const keys = keysOf(ground, ({ chair, deputy }) => chair || deputy);
    const signed = readSigned(answer, answerShape, 'panel-opening-answer', keys);
    judgement.require(fits(signed?.value), '8C', 'signature', 'opening/answer.jws');
    const said = (signed?.value.sheets ?? []).map(({ member, dossier, seq, sha256 }) =>
      [member, dossier, seq, sha256].join('\n'),
    );
    const here = opened.map(({ place, identity }) =>
      [place.member, place.dossier, place.seq, identity].join('\n'),
    );
    if (signed !== undefined)
      judgement.require(
        said.toSorted().join() === here.toSorted().join(),
        '8C',
        'answer',
        'opening/answer.jws',
      );
  }
  for (const [name, bytes] of partsBelow(parts, /^opening\/witness\//u)) {
    const seat = name.slice('opening/witness/'.length, -'.jws'.length);
    const keys = keysOf(ground, (one) => one.seat === seat && one.role === 'supervisor');
    const signed = readSigned(bytes, witnessShape, 'panel-opening-witness', keys);
    judgement.require(fits(signed?.value) && signed?.value.seat === seat, '8C', 'signature', name);
  }
}
