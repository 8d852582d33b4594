import { sha256Hex } from '../../../signing/fingerprint.ts';
import { keysOf, pairKey, pairLabel, partsBelow, placeKey } from '../ground.ts';
import type { GoodEnvelope, GoodSheet, Ground } from '../ground.ts';
import type { Judgement } from '../judgement.ts';
import { answerShape, paperEntriesShape, requestShape, witnessShape } from '../payloads.ts';
import { readPlainBytes } from '../plain-form.ts';
import { readSigned } from '../signed-text.ts';
import { beginning, readEntries } from './record.ts';

export interface PaperEntries {
  readonly member: string;
  readonly dossier: string;
  /** SHA-256 of the two sealed entries as they lay there before the opening. */
  readonly sealed: readonly [string, string];
}

/** What `opening-begun` names: envelopes, then the sheets on paper (exchange.md, Opening). */
export function openingDigest(identities: readonly string[], papers: readonly PaperEntries[]): string {
  const onPaper = papers.map(({ member, dossier, sealed }) =>
    [member, dossier, ...sealed.toSorted()].join('.'),
  );
  return sha256Hex([...identities.toSorted(), ...onPaper.toSorted()].join('\n'));
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
  papers: readonly GoodSheet[],
  judgement: Judgement,
): void {
  if (ground.record === null) return;
  const begun = beginning(readEntries(ground.record));
  if (begun === undefined) return;
  const counted = new Set(opened.map(({ place }) => placeKey(place)));
  const identities = bases
    .filter(({ place }) => counted.has(placeKey(place)))
    .map(({ identity }) => identity);
  const entries = readPaperEntries(ground, papers, judgement);
  const digest = openingDigest(identities, entries);
  judgement.require(begun.values['digest'] === digest, '8B', 'digest', String(begun.seq));
  checkTakers(ground, String(begun.values['digest']), opened, judgement);
}

/** Which entries were typed, for exactly the sheets on paper that are here. */
function readPaperEntries(
  { parts }: Ground,
  papers: readonly GoodSheet[],
  judgement: Judgement,
): readonly PaperEntries[] {
  const bytes = parts.get('opening/papers.json');
  const value = bytes === undefined ? { entries: [] } : readPlainBytes(bytes);
  const read = paperEntriesShape.fits(value);
  const entries = read ? value.entries : [];
  const named = entries.map(pairKey).toSorted().join();
  const here = [...new Set(papers.map(({ place }) => pairKey(place)))].toSorted().join();
  judgement.require(read && named === here, '8B', 'papers', 'opening/papers.json');
  return entries;
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
    const said = (signed?.value.sheets ?? []).map(({ member, dossier, seq, payload }) =>
      [member, dossier, seq, payload].join('\n'),
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
